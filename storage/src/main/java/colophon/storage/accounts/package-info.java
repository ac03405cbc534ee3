/** Who can sign in, where no provider knows them. */
@NullMarked
package colophon.storage.accounts;

import org.jspecify.annotations.NullMarked;

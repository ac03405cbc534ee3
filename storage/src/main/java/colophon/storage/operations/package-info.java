/** Operations on a whole log: verify, back up, restore, migrate. */
@NullMarked
package colophon.storage.operations;

import org.jspecify.annotations.NullMarked;

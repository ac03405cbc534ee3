/** What students decide about their own records: who may name them, and what is to be amended. */
@NullMarked
package colophon.commands.rights;

import org.jspecify.annotations.NullMarked;

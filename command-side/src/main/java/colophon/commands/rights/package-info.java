/** What students decide about their own records: who may name them, and what to amend. */
@NullMarked
package colophon.commands.rights;

import org.jspecify.annotations.NullMarked;

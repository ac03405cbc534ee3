/** What students decide about their own records: who may name them, and what to amend. */
@NullMarked
package colophon.events.rights;

import org.jspecify.annotations.NullMarked;

/** The keys of the students, apart from the event log. */
@NullMarked
package colophon.storage.keys;

import org.jspecify.annotations.NullMarked;

/**
 * The list of erased students. It is separate from the log and the keys, so no restore undoes it.
 */
@NullMarked
package colophon.storage.erasures;

import org.jspecify.annotations.NullMarked;

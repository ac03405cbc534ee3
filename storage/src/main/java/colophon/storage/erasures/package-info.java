/** Who was erased: a list apart from the log and from the keys, so that no restore undoes it. */
@NullMarked
package colophon.storage.erasures;

import org.jspecify.annotations.NullMarked;

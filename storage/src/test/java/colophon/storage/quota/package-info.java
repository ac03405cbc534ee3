/** Tests of the counts of commands by student. */
@NullMarked
package colophon.storage.quota;

import org.jspecify.annotations.NullMarked;

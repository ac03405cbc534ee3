/** Tests of how many commands each student has sent. */
@NullMarked
package colophon.storage.quota;

import org.jspecify.annotations.NullMarked;

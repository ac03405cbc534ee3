/** Tests of the format of the log. */
@NullMarked
package colophon.log;

import org.jspecify.annotations.NullMarked;

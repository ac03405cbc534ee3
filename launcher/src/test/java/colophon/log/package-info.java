/** Tests of what the log looks like. */
@NullMarked
package colophon.log;

import org.jspecify.annotations.NullMarked;

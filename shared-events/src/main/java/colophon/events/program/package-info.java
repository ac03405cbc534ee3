/** What happens to a program, its courses and its certificates. */
@NullMarked
package colophon.events.program;

import org.jspecify.annotations.NullMarked;

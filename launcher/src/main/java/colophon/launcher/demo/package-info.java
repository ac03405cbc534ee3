/** The demonstration data: real programs and an invented cohort, entered by commands. */
@NullMarked
package colophon.launcher.demo;

import org.jspecify.annotations.NullMarked;

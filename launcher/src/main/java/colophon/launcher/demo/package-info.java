/** The demonstration data: real programs and invented students, entered by commands. */
@NullMarked
package colophon.launcher.demo;

import org.jspecify.annotations.NullMarked;

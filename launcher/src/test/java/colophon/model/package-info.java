/** Runs the same random histories through the program and through a naive model of it. */
@NullMarked
package colophon.model;

import org.jspecify.annotations.NullMarked;

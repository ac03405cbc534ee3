/** One process: the main class and what it starts. */
@NullMarked
package colophon.launcher;

import org.jspecify.annotations.NullMarked;

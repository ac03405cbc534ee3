/** Carries out imports: sends their rows, counts the results, and reverses them. */
@NullMarked
package colophon.commands.imports.running;

import org.jspecify.annotations.NullMarked;

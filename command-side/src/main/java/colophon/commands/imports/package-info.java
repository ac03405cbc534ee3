/** Imports: each one file of rows, started once, finished once, reversed once. */
@NullMarked
package colophon.commands.imports;

import org.jspecify.annotations.NullMarked;

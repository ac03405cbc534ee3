/** Imports as subjects: one file of rows each, started once, finished once, taken back once. */
@NullMarked
package colophon.commands.imports;

import org.jspecify.annotations.NullMarked;

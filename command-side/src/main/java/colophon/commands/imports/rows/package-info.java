/** The files of imports, and their rows as the requests that they stand for. */
@NullMarked
package colophon.commands.imports.rows;

import org.jspecify.annotations.NullMarked;

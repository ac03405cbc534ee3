@NullMarked
package colophon.commands.imports.rows;

import org.jspecify.annotations.NullMarked;

@NullMarked
package colophon.commands.imports.running;

import org.jspecify.annotations.NullMarked;

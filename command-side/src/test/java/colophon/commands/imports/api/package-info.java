@NullMarked
package colophon.commands.imports.api;

import org.jspecify.annotations.NullMarked;

/** The calls about imports: to start one, follow it, cancel it and reverse it. */
@NullMarked
package colophon.commands.imports.api;

import org.jspecify.annotations.NullMarked;

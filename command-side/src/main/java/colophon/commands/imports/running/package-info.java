/** Carries out imports: checks files, sends rows as the requests they stand for, and reports. */
@NullMarked
package colophon.commands.imports.running;

import org.jspecify.annotations.NullMarked;

/**
 * What carries imports out: files checked, rows sent as the requests they stand for, and reports.
 */
@NullMarked
package colophon.commands.imports.running;

import org.jspecify.annotations.NullMarked;

/**
 * The format of the log: a new line begins only where a record begins, whatever the record
 * contains.
 */
@NullMarked
package colophon.launcher.log;

import org.jspecify.annotations.NullMarked;

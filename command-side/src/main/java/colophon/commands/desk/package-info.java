/**
 * How a command is carried out: states are loaded, the decision is committed as a whole and
 * answered once.
 */
@NullMarked
package colophon.commands.desk;

import org.jspecify.annotations.NullMarked;

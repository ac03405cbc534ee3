/** Offerings: scheduled runs of courses, their seats and their prices. */
@NullMarked
package colophon.commands.offering;

import org.jspecify.annotations.NullMarked;

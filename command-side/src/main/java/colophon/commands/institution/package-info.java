/** Institutions: registered once, then referred to. */
@NullMarked
package colophon.commands.institution;

import org.jspecify.annotations.NullMarked;

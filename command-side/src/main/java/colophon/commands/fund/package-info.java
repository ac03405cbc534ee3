/** Funds: money for scholarships, never promised twice. */
@NullMarked
package colophon.commands.fund;

import org.jspecify.annotations.NullMarked;

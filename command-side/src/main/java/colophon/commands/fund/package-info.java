/** Funds: money for scholarships, promised once. */
@NullMarked
package colophon.commands.fund;

import org.jspecify.annotations.NullMarked;

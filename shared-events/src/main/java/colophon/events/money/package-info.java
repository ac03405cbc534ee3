/** Exact amounts of money. */
@NullMarked
package colophon.events.money;

import org.jspecify.annotations.NullMarked;

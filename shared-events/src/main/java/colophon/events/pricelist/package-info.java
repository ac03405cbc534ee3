/**
 * The prices of all offerings of one institution, in one stream, so that a decision can find the
 * highest.
 */
@NullMarked
package colophon.events.pricelist;

import org.jspecify.annotations.NullMarked;

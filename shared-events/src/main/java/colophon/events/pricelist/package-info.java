/**
 * What the offerings of one institution cost, in one stream, so that a decision can ask for the
 * dearest.
 */
@NullMarked
package colophon.events.pricelist;

import org.jspecify.annotations.NullMarked;

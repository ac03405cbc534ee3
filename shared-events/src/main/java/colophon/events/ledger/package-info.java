/** How the postings of an account fit together: which credit pays which charge. */
@NullMarked
package colophon.events.ledger;

import org.jspecify.annotations.NullMarked;

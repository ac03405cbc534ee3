/** What came in, from whom, and what of it went back? */
@NullMarked
package colophon.views.payment;

import org.jspecify.annotations.NullMarked;

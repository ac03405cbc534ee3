/** What would it take to finish: which offerings, until when, for how much, with which awards? */
@NullMarked
package colophon.views.forecast;

import org.jspecify.annotations.NullMarked;

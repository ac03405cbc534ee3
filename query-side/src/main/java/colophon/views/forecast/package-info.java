/** What would finishing take: which offerings, until when, for how much, with whose help? */
@NullMarked
package colophon.views.forecast;

import org.jspecify.annotations.NullMarked;

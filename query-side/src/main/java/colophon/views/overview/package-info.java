/** What are the figures of a program, term by term? */
@NullMarked
package colophon.views.overview;

import org.jspecify.annotations.NullMarked;

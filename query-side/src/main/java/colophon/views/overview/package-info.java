/** How is a program doing, term by term? */
@NullMarked
package colophon.views.overview;

import org.jspecify.annotations.NullMarked;

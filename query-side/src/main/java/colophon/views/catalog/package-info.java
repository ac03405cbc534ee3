/** The catalog: institutions, programs, courses and certificates. */
@NullMarked
package colophon.views.catalog;

import org.jspecify.annotations.NullMarked;

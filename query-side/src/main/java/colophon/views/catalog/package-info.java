/** What is offered to learn and to earn: institutions, programs, courses, certificates. */
@NullMarked
package colophon.views.catalog;

import org.jspecify.annotations.NullMarked;

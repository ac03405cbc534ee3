/** What happens to an offering: one scheduled run of a course, with its seats. */
@NullMarked
package colophon.events.offering;

import org.jspecify.annotations.NullMarked;

/** What happens to an enrollment: one student in one offering. */
@NullMarked
package colophon.events.enrollment;

import org.jspecify.annotations.NullMarked;

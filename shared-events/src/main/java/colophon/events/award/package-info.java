/** What happens to an award: money promised to one student from one fund. */
@NullMarked
package colophon.events.award;

import org.jspecify.annotations.NullMarked;

/** What happens to a fund: money for scholarships, never promised twice. */
@NullMarked
package colophon.events.fund;

import org.jspecify.annotations.NullMarked;

/** What happens to a certificate that a student earned. */
@NullMarked
package colophon.events.credential;

import org.jspecify.annotations.NullMarked;

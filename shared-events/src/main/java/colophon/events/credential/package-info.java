/** What happens to a certificate that somebody earned. */
@NullMarked
package colophon.events.credential;

import org.jspecify.annotations.NullMarked;

/** What happens to an institution, which offers programs and keeps accounts in one currency. */
@NullMarked
package colophon.events.institution;

import org.jspecify.annotations.NullMarked;

/**
 * What happens to an institution: the house that offers programs and keeps accounts in one
 * currency.
 */
@NullMarked
package colophon.events.institution;

import org.jspecify.annotations.NullMarked;

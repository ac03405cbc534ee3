/** Which corrections of their records do students request, and what was decided? */
@NullMarked
package colophon.views.rights;

import org.jspecify.annotations.NullMarked;

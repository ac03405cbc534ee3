/** Who was shown the records of which student, why and when? Nothing is shown without it. */
@NullMarked
package colophon.views.disclosure;

import org.jspecify.annotations.NullMarked;

/** Who was shown the records of which student, why and when? No answer is sent unrecorded. */
@NullMarked
package colophon.views.disclosure;

import org.jspecify.annotations.NullMarked;

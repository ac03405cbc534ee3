/** How far is a student, and what do they owe? */
@NullMarked
package colophon.views.status;

import org.jspecify.annotations.NullMarked;

/** Everything a student asks at once. */
@NullMarked
package colophon.views.status;

import org.jspecify.annotations.NullMarked;

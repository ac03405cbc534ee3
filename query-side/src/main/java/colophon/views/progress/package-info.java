/** How far is a student from a certificate, and what would finishing cost? */
@NullMarked
package colophon.views.progress;

import org.jspecify.annotations.NullMarked;

/** What is each figure of an account? Each is defined once, by the lines that sum to it. */
@NullMarked
package colophon.views.figures;

import org.jspecify.annotations.NullMarked;

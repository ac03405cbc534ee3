/** The query side: one package per question. Views are folded from the events. */
@NullMarked
package colophon.views;

import org.jspecify.annotations.NullMarked;

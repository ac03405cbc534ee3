/** Answers: one package per question, folded from the events, kept by the library. */
@NullMarked
package colophon.views;

import org.jspecify.annotations.NullMarked;

/**
 * The program once more, written as simply as possible from the domain's text alone. Its answers
 * are what the real program must answer.
 */
@NullMarked
package colophon.model.naive;

import org.jspecify.annotations.NullMarked;

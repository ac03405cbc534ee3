/**
 * The tracker once more, written from the domain's text alone and as plainly as it can be: what it
 * answers is what the real one must answer.
 */
@NullMarked
package colophon.model.naive;

import org.jspecify.annotations.NullMarked;

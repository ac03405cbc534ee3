/** Questions about the past: which queries answer them, about which subjects, from which log. */
@NullMarked
package colophon.views.reading.past;

import org.jspecify.annotations.NullMarked;

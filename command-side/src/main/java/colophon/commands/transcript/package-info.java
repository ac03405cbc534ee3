/** What may stand on the transcript of a student beside what they completed. */
@NullMarked
package colophon.commands.transcript;

import org.jspecify.annotations.NullMarked;

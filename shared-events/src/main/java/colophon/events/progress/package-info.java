/** Answers how far a student is from a certificate and why, and when a candidacy lapses. */
@NullMarked
package colophon.events.progress;

import org.jspecify.annotations.NullMarked;

/** Evaluates the entries of a transcript: how far they lead toward a certificate, and why. */
@NullMarked
package colophon.events.progress;

import org.jspecify.annotations.NullMarked;

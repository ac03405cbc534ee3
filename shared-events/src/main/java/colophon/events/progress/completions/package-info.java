/** The entries of a transcript, and which of them may count toward a certificate. */
@NullMarked
package colophon.events.progress.completions;

import org.jspecify.annotations.NullMarked;

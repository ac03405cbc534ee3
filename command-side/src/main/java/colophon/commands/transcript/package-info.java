/** Transcript entries other than completions: credits, waivers, substitutions and sharings. */
@NullMarked
package colophon.commands.transcript;

import org.jspecify.annotations.NullMarked;

/**
 * What counts toward the certificates of a student: completions, credits, waivers, substitutions.
 */
@NullMarked
package colophon.events.transcript;

import org.jspecify.annotations.NullMarked;

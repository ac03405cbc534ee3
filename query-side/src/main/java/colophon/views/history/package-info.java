/**
 * What happened to a student, an offering or a fund, and what did the answers say at a past time?
 */
@NullMarked
package colophon.views.history;

import org.jspecify.annotations.NullMarked;

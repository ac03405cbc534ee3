/** What happened to a student, an offering or a fund, and what did the answers look like then? */
@NullMarked
package colophon.views.history;

import org.jspecify.annotations.NullMarked;

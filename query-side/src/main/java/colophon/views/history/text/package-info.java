/** What does the history say of each event? */
@NullMarked
package colophon.views.history.text;

import org.jspecify.annotations.NullMarked;

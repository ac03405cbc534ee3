/** The framework of the views: events are folded into records, and queries read the records. */
@NullMarked
package colophon.views.reading;

import org.jspecify.annotations.NullMarked;

/** The HTTP conventions of queries: positions, waiting, cursors, entity tags, problems. */
@NullMarked
package colophon.views.reading.http;

import org.jspecify.annotations.NullMarked;

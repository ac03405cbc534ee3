/** The event log in one SQLite file: one writer that commits for many at once, many readers. */
@NullMarked
package colophon.storage.sqlite;

import org.jspecify.annotations.NullMarked;

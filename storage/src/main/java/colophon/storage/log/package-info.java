/** The event log as a port: commits in one order without gaps, for any kind of database. */
@NullMarked
package colophon.storage.log;

import org.jspecify.annotations.NullMarked;

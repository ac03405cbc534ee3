/** The event log as a port: commits in one order without gaps, whatever database keeps them. */
@NullMarked
package colophon.storage.log;

import org.jspecify.annotations.NullMarked;

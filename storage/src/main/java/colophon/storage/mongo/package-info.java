/** The event log in a MongoDB database, for installations of several processes. */
@NullMarked
package colophon.storage.mongo;

import org.jspecify.annotations.NullMarked;

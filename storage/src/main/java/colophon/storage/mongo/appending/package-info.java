/**
 * Appends commits to a log that many processes write, despite all failures: the algorithm, and its
 * port to the server.
 */
@NullMarked
package colophon.storage.mongo.appending;

import org.jspecify.annotations.NullMarked;

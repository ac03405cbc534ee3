/**
 * How commits get into a log that many processes append to, whatever fails on the way: the
 * algorithm, and its port to the server.
 */
@NullMarked
package colophon.storage.mongo.appending;

import org.jspecify.annotations.NullMarked;

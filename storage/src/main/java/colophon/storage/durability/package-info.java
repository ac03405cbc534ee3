/** Writes of many callers made durable together, and the outages of a disk or a server. */
@NullMarked
package colophon.storage.durability;

import org.jspecify.annotations.NullMarked;

/** Axon's event store over a commit log. */
@NullMarked
package colophon.storage.axon;

import org.jspecify.annotations.NullMarked;

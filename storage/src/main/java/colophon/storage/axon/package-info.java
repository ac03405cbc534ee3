/** Any commit log as the event store of Axon. */
@NullMarked
package colophon.storage.axon;

import org.jspecify.annotations.NullMarked;

/** Everything that is kept: {@link colophon.storage.EmbeddedStorage} opens it. */
@NullMarked
package colophon.storage;

import org.jspecify.annotations.NullMarked;

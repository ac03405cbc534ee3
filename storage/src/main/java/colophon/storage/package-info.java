/** The storage of an installation; {@link colophon.storage.EmbeddedStorage} opens a directory. */
@NullMarked
package colophon.storage;

import org.jspecify.annotations.NullMarked;

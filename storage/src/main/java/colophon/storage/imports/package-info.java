/** Which process runs an import, if several share a database. */
@NullMarked
package colophon.storage.imports;

import org.jspecify.annotations.NullMarked;

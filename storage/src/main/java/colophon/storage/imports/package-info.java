/** Which process carries out an import, where many share a database. */
@NullMarked
package colophon.storage.imports;

import org.jspecify.annotations.NullMarked;

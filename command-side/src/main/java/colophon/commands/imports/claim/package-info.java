/** Which process carries out an import, visible to all processes. */
@NullMarked
package colophon.commands.imports.claim;

import org.jspecify.annotations.NullMarked;

/** Which process carries out an import, for all processes to see. */
@NullMarked
package colophon.commands.imports.claim;

import org.jspecify.annotations.NullMarked;

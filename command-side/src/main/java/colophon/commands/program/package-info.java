/** Programs, the courses of their catalogs, and the certificates they lead to. */
@NullMarked
package colophon.commands.program;

import org.jspecify.annotations.NullMarked;

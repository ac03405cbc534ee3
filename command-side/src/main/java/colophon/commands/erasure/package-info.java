/** Erasing who a student is: asked for by one administrator, confirmed by another. */
@NullMarked
package colophon.commands.erasure;

import org.jspecify.annotations.NullMarked;

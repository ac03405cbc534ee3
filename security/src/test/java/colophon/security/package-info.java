/** Tests of who may come in, and an installation to try it in. */
@NullMarked
package colophon.security;

import org.jspecify.annotations.NullMarked;

/** Servers in containers, for tests that need one. */
@NullMarked
package colophon.container;

import org.jspecify.annotations.NullMarked;

/** What time brings about: somebody looks at the clock, and asks as a client would ask. */
@NullMarked
package colophon.launcher.policies;

import org.jspecify.annotations.NullMarked;

/** Actions that no request triggers: they follow when time has passed or a student was erased. */
@NullMarked
package colophon.launcher.policies;

import org.jspecify.annotations.NullMarked;

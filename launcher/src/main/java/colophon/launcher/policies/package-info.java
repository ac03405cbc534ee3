/** What has to follow, and nobody asks for: when time has passed, when somebody was erased. */
@NullMarked
package colophon.launcher.policies;

import org.jspecify.annotations.NullMarked;

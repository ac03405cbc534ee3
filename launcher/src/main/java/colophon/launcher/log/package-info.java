/** How the process writes its log: one line begins where a record does, whatever is in it. */
@NullMarked
package colophon.launcher.log;

import org.jspecify.annotations.NullMarked;

/** Tests of the whole program as users get it: started as a process, called over HTTP, killed. */
@NullMarked
package colophon.system;

import org.jspecify.annotations.NullMarked;

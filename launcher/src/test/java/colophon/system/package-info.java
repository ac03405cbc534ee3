/** The whole program as its users get it: started as a process, asked over HTTP, killed. */
@NullMarked
package colophon.system;

import org.jspecify.annotations.NullMarked;

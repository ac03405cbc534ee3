/** Architecture rules of the whole project. A test shows for each rule that it can fail. */
@NullMarked
package colophon.architecture;

import org.jspecify.annotations.NullMarked;

/** What the build holds true of the whole house, each rule shown to be able to fail. */
@NullMarked
package colophon.architecture;

import org.jspecify.annotations.NullMarked;

/** What the tests of the whole program share: to start it, to ask it, to read what it wrote. */
@NullMarked
package colophon.system.driver;

import org.jspecify.annotations.NullMarked;

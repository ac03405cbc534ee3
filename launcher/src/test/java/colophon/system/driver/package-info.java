/** Tools for the tests of the whole program: they start it, call it, and read what it wrote. */
@NullMarked
package colophon.system.driver;

import org.jspecify.annotations.NullMarked;

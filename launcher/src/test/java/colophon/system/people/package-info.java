/** Tools for the system tests of pages: people at a browser with a device. */
@NullMarked
package colophon.system.people;

import org.jspecify.annotations.NullMarked;

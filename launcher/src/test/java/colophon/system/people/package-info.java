/** People at a browser, with a device in their hand: what the system tests of pages are made of. */
@NullMarked
package colophon.system.people;

import org.jspecify.annotations.NullMarked;

/** Pages for people. */
@NullMarked
package colophon.web;

import org.jspecify.annotations.NullMarked;

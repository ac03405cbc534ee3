/** Tests of the pages. */
@NullMarked
package colophon.web;

import org.jspecify.annotations.NullMarked;

/** The pages of a list, and the cursors between them. */
@NullMarked
package colophon.api.paging;

import org.jspecify.annotations.NullMarked;

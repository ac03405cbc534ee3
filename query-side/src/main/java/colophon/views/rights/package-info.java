/** What students want of their own records: what is to be amended, and what became of it? */
@NullMarked
package colophon.views.rights;

import org.jspecify.annotations.NullMarked;

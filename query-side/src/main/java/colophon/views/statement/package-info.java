/** What happened on an account, line by line? */
@NullMarked
package colophon.views.statement;

import org.jspecify.annotations.NullMarked;

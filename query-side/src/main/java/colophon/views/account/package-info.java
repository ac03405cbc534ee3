/** What does a student owe an institution, and who paid what? */
@NullMarked
package colophon.views.account;

import org.jspecify.annotations.NullMarked;

/** People with an account of ours: how they sign in, and the pages of their account. */
@NullMarked
package colophon.security.people;

import org.jspecify.annotations.NullMarked;

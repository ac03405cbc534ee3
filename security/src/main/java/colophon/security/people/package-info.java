/** People with a password of ours: how they sign in, and who keeps their accounts. */
@NullMarked
package colophon.security.people;

import org.jspecify.annotations.NullMarked;

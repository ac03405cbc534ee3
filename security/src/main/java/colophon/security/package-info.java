/** Authorization: roles, persons, and who is signed in. */
@NullMarked
package colophon.security;

import org.jspecify.annotations.NullMarked;

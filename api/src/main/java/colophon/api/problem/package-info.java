/** Why a request is refused, and how every module says so. */
@NullMarked
package colophon.api.problem;

import org.jspecify.annotations.NullMarked;

/** The parts of request bodies and their validation. */
@NullMarked
package colophon.api.request;

import org.jspecify.annotations.NullMarked;

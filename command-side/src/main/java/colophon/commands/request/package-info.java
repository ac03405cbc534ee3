/** The parts of request bodies and their validation. */
@NullMarked
package colophon.commands.request;

import org.jspecify.annotations.NullMarked;

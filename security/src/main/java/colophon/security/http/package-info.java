/** What a request says of itself before anybody is known: its path, its address, its cookies. */
@NullMarked
package colophon.security.http;

import org.jspecify.annotations.NullMarked;

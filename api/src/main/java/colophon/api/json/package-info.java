/** The JSON of the API, as it is read and written. */
@NullMarked
package colophon.api.json;

import org.jspecify.annotations.NullMarked;

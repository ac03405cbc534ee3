/** Values that identify a person, readable only with the key of that person. */
@NullMarked
package colophon.events.privacy;

import org.jspecify.annotations.NullMarked;

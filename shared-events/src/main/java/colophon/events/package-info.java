/** Facts: all that can happen, one package per stream. Imports nothing but the JDK and JSpecify. */
@NullMarked
package colophon.events;

import org.jspecify.annotations.NullMarked;

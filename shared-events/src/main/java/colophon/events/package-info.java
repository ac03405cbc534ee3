/** The events: everything that can happen, one package per stream. */
@NullMarked
package colophon.events;

import org.jspecify.annotations.NullMarked;

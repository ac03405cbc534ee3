/** Decisions: what may happen and why not. One package per subject. */
@NullMarked
package colophon.commands;

import org.jspecify.annotations.NullMarked;

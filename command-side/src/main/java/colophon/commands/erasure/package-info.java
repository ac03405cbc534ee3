/** Erasing the names of a student: one administrator requests it, another confirms it. */
@NullMarked
package colophon.commands.erasure;

import org.jspecify.annotations.NullMarked;

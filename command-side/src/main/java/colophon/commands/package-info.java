/** Commands and the rules that decide them, one package per kind of stream. */
@NullMarked
package colophon.commands;

import org.jspecify.annotations.NullMarked;

/** How a decision is carried out: subjects loaded, decided on, committed at once, answered once. */
@NullMarked
package colophon.commands.desk;

import org.jspecify.annotations.NullMarked;

/** The university that all tests share: its money, its people, its log in memory. */
@NullMarked
package colophon.commands.campus;

import org.jspecify.annotations.NullMarked;

/**
 * The university that the tests of all subjects share: its money, its people, its log in memory.
 */
@NullMarked
package colophon.commands.campus;

import org.jspecify.annotations.NullMarked;

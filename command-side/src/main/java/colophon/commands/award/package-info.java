/** Awards: money of a fund promised to a student, until it is used, released or revoked. */
@NullMarked
package colophon.commands.award;

import org.jspecify.annotations.NullMarked;

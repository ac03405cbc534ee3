/** Command handlers for everything that moves a student toward a certificate and confers it. */
@NullMarked
package colophon.commands.candidacy;

import org.jspecify.annotations.NullMarked;

/** Subcommands that do one job on a data directory and end. */
@NullMarked
package colophon.launcher.jobs;

import org.jspecify.annotations.NullMarked;

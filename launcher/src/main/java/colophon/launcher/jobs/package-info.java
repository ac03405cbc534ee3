/** Subcommands that do one job, on a data directory or with a running server, and then exit. */
@NullMarked
package colophon.launcher.jobs;

import org.jspecify.annotations.NullMarked;

/**
 * Takes a command in, carries it out once per idempotency key, and keeps its reply with its events.
 */
@NullMarked
package colophon.commands.gateway;

import org.jspecify.annotations.NullMarked;

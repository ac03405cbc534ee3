/** What is done to a log from outside: verify it, back it up, restore it. */
@NullMarked
package colophon.storage.operations;

import org.jspecify.annotations.NullMarked;

/** Evaluates the tree of a requirement: what the completions of a student achieve at most. */
@NullMarked
package colophon.events.progress.tree;

import org.jspecify.annotations.NullMarked;

@NullMarked
package colophon.events.progress.tree;

import org.jspecify.annotations.NullMarked;

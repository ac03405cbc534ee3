/** What request bodies are made of, and what makes one valid. */
@NullMarked
package colophon.commands.request;

import org.jspecify.annotations.NullMarked;

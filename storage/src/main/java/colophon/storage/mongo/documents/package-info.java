/** What the log's documents look like, and reading them fast. */
@NullMarked
package colophon.storage.mongo.documents;

import org.jspecify.annotations.NullMarked;

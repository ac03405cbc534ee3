/** The form of the log's documents, and fast reading of them. */
@NullMarked
package colophon.storage.mongo.documents;

import org.jspecify.annotations.NullMarked;

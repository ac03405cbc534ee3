/** Who was shown the records of which student: in a file, or a collection, beside the event log. */
@NullMarked
package colophon.storage.disclosures;

import org.jspecify.annotations.NullMarked;

@NullMarked
package colophon.views.reading.table;

import org.jspecify.annotations.NullMarked;

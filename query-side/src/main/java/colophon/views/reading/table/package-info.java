/** Every list as a table for spreadsheets: the same question, all its pages, CSV or XLSX. */
@NullMarked
package colophon.views.reading.table;

import org.jspecify.annotations.NullMarked;

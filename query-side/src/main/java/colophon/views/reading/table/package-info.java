/** Every list as a table for spreadsheets: the same query with all its pages, as CSV or XLSX. */
@NullMarked
package colophon.views.reading.table;

import org.jspecify.annotations.NullMarked;

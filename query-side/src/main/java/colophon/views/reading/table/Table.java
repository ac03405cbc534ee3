package colophon.views.reading.table;

import colophon.api.paging.Items;
import colophon.views.reading.table.TableColumns.Column;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * A list to be written as a table. Its pages are read while it is written.
 *
 * @param name file name, without the extension
 */
record Table(TableFormat form, String name, List<Column> columns, Items<?> first, Pages pages)
        implements PagedAnswer, Iterable<Object> {

    /** Returns the page that begins at a cursor. */
    @FunctionalInterface
    interface Pages {
        Items<?> at(String cursor);
    }

    @Override
    public Table each(Consumer<Items<?>> seen) {
        seen.accept(first);
        return new Table(
                form,
                name,
                columns,
                first,
                cursor -> {
                    var page = pages.at(cursor);
                    seen.accept(page);
                    return page;
                });
    }

    @Override
    public Iterator<Object> iterator() {
        return new Rows();
    }

    private final class Rows implements Iterator<Object> {

        private Iterator<?> page = first.items().iterator();
        private @Nullable String next = first.next();

        @Override
        public boolean hasNext() {
            while (!page.hasNext()) {
                if (next == null) return false;
                var more = pages.at(next);
                page = more.items().iterator();
                next = more.next();
            }
            return true;
        }

        @Override
        public Object next() {
            if (!hasNext()) throw new NoSuchElementException();
            return page.next();
        }
    }
}

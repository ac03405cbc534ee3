package colophon.views.reading.table;

import colophon.api.paging.Items;

import java.util.function.Consumer;

/** An answer whose pages are made while it is written. */
public interface PagedAnswer {

    /**
     * The same answer, with each page passed to {@code seen} before it is written: the first page
     * now. If {@code seen} throws, the page is not written.
     */
    PagedAnswer each(Consumer<Items<?>> seen);
}

package colophon.views.reading.table;

import colophon.views.reading.http.Items;

import java.util.function.Consumer;

/** An answer that is made page by page while it is written. */
public interface InPages {

    /**
     * The same, but that each page is given to {@code seen} before any of it is written: the first
     * one now. What that throws keeps the page from being written.
     */
    InPages each(Consumer<Items<?>> seen);
}

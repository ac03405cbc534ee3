package colophon.views.reading.memory;

import colophon.views.Given;
import colophon.views.reading.Library;
import colophon.views.reading.View;
import colophon.views.reading.ViewStoreContract;

import java.util.List;

class MemoryLibraryTest extends ViewStoreContract {

    @Override
    protected Library library(List<View<?>> views) {
        return new MemoryLibrary(views, _ -> Given.MAY_1);
    }
}

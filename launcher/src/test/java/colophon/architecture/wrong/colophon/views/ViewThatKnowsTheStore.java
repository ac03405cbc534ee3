package colophon.architecture.wrong.colophon.views;

import colophon.architecture.wrong.colophon.storage.Store;

public record ViewThatKnowsTheStore(Store store) {}

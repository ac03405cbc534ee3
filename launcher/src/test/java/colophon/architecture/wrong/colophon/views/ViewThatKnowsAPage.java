package colophon.architecture.wrong.colophon.views;

import colophon.architecture.wrong.colophon.web.Page;

public record ViewThatKnowsAPage(Page page) {}

package colophon.system.people;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Notices everything that our pages never do: running a script from a field, opening a dialog,
 * violating their policy, logging errors.
 */
public final class PageWatch {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** Watches all pages that this browser opens from now on. An injected script calls gotIn(). */
    public PageWatch(BrowserContext browser) {
        browser.exposeBinding(
                "gotIn",
                (source, _) -> {
                    seen.add("a script ran at " + source.page().url());
                    return "";
                });
        browser.onPage(this::watch);
    }

    /** Everything that was noticed. */
    public List<String> seen() {
        return seen;
    }

    private void watch(Page page) {
        page.onDialog(
                dialog -> {
                    seen.add("a dialog at " + page.url() + ": " + dialog.message());
                    dialog.dismiss();
                });
        page.onConsoleMessage(
                message -> {
                    if (isBad(message))
                        seen.add("console at " + page.url() + ": " + message.text());
                });
        page.onResponse(
                answer -> {
                    if (answer.status() >= 400 && !answer.request().isNavigationRequest())
                        seen.add(answer.status() + " at " + answer.url());
                });
        page.onPageError(error -> seen.add("error at " + page.url() + ": " + error));
    }

    /** A missing page is not an error of a page. */
    private static boolean isBad(ConsoleMessage message) {
        return (message.type().equals("error") || message.type().equals("warning"))
                && !message.text().startsWith("Failed to load resource");
    }
}

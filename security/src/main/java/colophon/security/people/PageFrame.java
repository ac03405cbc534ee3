package colophon.security.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.util.HtmlUtils;

import java.io.IOException;

/** The frame of the few pages that people need before they are signed in. */
public final class PageFrame {

    private PageFrame() {}

    /** A page with that content, which must be HTML already. */
    public static String of(String title, String content) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>%1$s – Colophon</title>
          <link rel="icon" href="/favicon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/colophon.css">
        </head>
        <body>
          <header><h1>%1$s</h1></header>
          <main id="content">
        %2$s
          </main>
        </body>
        </html>
        """
                .formatted(text(title), content);
    }

    /** Escapes any text for HTML. */
    static String text(String any) {
        return HtmlUtils.htmlEscape(any, "UTF-8");
    }

    static void write(HttpServletResponse response, String title, String content)
            throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(of(title, content).getBytes(UTF_8));
    }
}

package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every relative link of a document leads to a file, and to a heading of it. */
@Tag("io")
class DocumentLinksTest {

    private static final Pattern LINK =
            Pattern.compile("\\]\\(([^)\\s]+)\\)|(?m)^\\[[^]]+\\]: (\\S+)$");
    private static final Pattern NAME =
            Pattern.compile("\\[([^]`]+)\\](?:\\[([^]]+)\\]|(?![\\[(:]))");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\[([^]]+)\\]: ");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void every_link_leads_somewhere() throws IOException {
        var broken = new ArrayList<String>();
        var documents = documents();
        for (var document : documents)
            for (var link : links(text(document)))
                if (!link.matches("[a-z]+:.*") && !leads(document, link))
                    broken.add(House.root().relativize(document) + ": " + link);
        assertThat(documents).hasSizeGreaterThan(40);
        assertThat(broken).isEmpty();
    }

    @Test
    void every_name_in_the_use_cases_is_a_link() {
        var text = House.paper("docs/use-cases.md");
        var defined = DEFINITION.matcher(text).results().map(it -> it.group(1)).collect(toSet());
        var used =
                NAME.matcher(text)
                        .results()
                        .map(it -> it.group(2) == null ? it.group(1) : it.group(2))
                        .collect(toSet());
        assertThat(used).isEqualTo(defined);
    }

    private static boolean leads(Path document, String link) throws IOException {
        int mark = link.indexOf('#');
        var path = mark < 0 ? link : link.substring(0, mark);
        var target = path.isEmpty() ? document : document.resolveSibling(path).normalize();
        if (!Files.exists(target)) return false;
        return mark < 0
                || !target.toString().endsWith(".md")
                || anchors(text(target)).contains(link.substring(mark + 1));
    }

    private static List<String> links(String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .toList();
    }

    private static Set<String> anchors(String text) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(toSet());
    }

    private static String text(Path document) throws IOException {
        return CODE.matcher(Files.readString(document)).replaceAll("");
    }

    private static List<Path> documents() throws IOException {
        try (var top = Files.list(House.root());
                var docs = Files.walk(House.root().resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}

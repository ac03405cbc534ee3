package colophon.architecture;

import static java.util.stream.Collectors.joining;

import colophon.api.problem.ProblemType;
import colophon.api.problem.RequestProblem;
import colophon.commands.Reason;
import colophon.launcher.http.HttpProblem;
import colophon.security.SecurityProblem;
import colophon.views.reading.QueryProblem;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The words of all problems with their statuses and titles, from the closed lists. */
final class ProblemWords {

    private ProblemWords() {}

    /** The words and their statuses; fails if a word has two statuses or two titles. */
    static Map<String, Integer> statuses() {
        var statuses = new TreeMap<String, Integer>();
        for (var type : types().values()) statuses.put(type.word(), type.status());
        return statuses;
    }

    /** A row for each word, with its section as the link. */
    static String table() {
        return types().values().stream()
                .map(
                        type ->
                                "| [`%s`](#%s) | %d | %s |\n"
                                        .formatted(
                                                type.word(),
                                                type.word(),
                                                type.status(),
                                                type.title()))
                .collect(joining("", "| Word | Status | Title |\n|---|---|---|\n", ""));
    }

    private static Map<String, ProblemType> types() {
        return byWord(
                Stream.of(
                                RequestProblem.values(),
                                HttpProblem.values(),
                                SecurityProblem.values(),
                                QueryProblem.values(),
                                Reason.values())
                        .flatMap(Stream::of));
    }

    /** By word; fails if two of them share a word and differ in status or title. */
    static Map<String, ProblemType> byWord(Stream<? extends ProblemType> types) {
        var byWord = new TreeMap<String, ProblemType>();
        types.forEach(
                type -> {
                    var other = byWord.put(type.word(), type);
                    if (other == null) return;
                    if (other.status() != type.status())
                        throw new AssertionError(type.word() + " has two statuses");
                    if (!other.title().equals(type.title()))
                        throw new AssertionError(type.word() + " has two titles");
                });
        return byWord;
    }
}

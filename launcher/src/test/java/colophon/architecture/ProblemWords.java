package colophon.architecture;

import static java.util.stream.Collectors.joining;

import colophon.commands.Reason;
import colophon.launcher.http.HttpProblem;
import colophon.security.SecurityProblem;
import colophon.views.reading.QueryProblem;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The words of all problems with their statuses and titles, from the closed lists. */
final class ProblemWords {

    private ProblemWords() {}

    private record Problem(String word, int status, String title) {}

    /** The words and their statuses. */
    static Map<String, Integer> statuses() {
        var statuses = new TreeMap<String, Integer>();
        problems()
                .forEach(
                        problem -> {
                            var other = statuses.put(problem.word(), problem.status());
                            if (other != null && other != problem.status())
                                throw new AssertionError(problem.word() + " has two statuses");
                        });
        return statuses;
    }

    /** A row for each word, with its section as the link. */
    static String table() {
        var titles = new TreeMap<String, TreeSet<String>>();
        problems()
                .forEach(
                        problem ->
                                titles.computeIfAbsent(problem.word(), _ -> new TreeSet<>())
                                        .add(problem.title()));
        var statuses = statuses();
        return titles.entrySet().stream()
                .map(
                        word ->
                                "| [`%s`](#%s) | %d | %s |\n"
                                        .formatted(
                                                word.getKey(),
                                                word.getKey(),
                                                statuses.get(word.getKey()),
                                                String.join("; ", word.getValue())))
                .collect(joining("", "| Word | Status | Title |\n|---|---|---|\n", ""));
    }

    private static Stream<Problem> problems() {
        return Stream.of(
                        Stream.of(HttpProblem.values())
                                .map(it -> new Problem(it.word(), it.status(), it.title())),
                        Stream.of(SecurityProblem.values())
                                .map(it -> new Problem(it.word(), it.status(), it.title())),
                        Stream.of(QueryProblem.values()).map(ProblemWords::of),
                        Stream.of(Reason.values())
                                .map(it -> new Problem(it.word(), it.status(), it.title())))
                .flatMap(problems -> problems);
    }

    private static Problem of(QueryProblem problem) {
        var answer = problem.because("").getBody();
        var title = answer.getTitle();
        return new Problem(problem.reason(), answer.getStatus(), title == null ? "" : title);
    }
}

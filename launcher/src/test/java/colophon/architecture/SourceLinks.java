package colophon.architecture;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Links from a document in {@code docs/} to sources and tests. Only their names are in the text.
 */
final class SourceLinks {

    private final Map<String, String> definitions = new TreeMap<>();
    private final Map<String, Map<String, Integer>> makers = makers();
    private final Set<String> ruleNames =
            House.MAIN.stream()
                    .filter(type -> type.getPackageName().startsWith("colophon.commands"))
                    .map(JavaClass::getSimpleName)
                    .collect(toSet());

    /** Links to the sources of these classes; a nested class is in the file of its outer class. */
    String links(Collection<JavaClass> types) {
        return types.stream().map(this::link).distinct().collect(joining(", "));
    }

    /** Where the links lead; at the end of the document. */
    String definitions() {
        return definitions.entrySet().stream()
                .map(link -> "[" + link.getKey() + "]: " + link.getValue() + "\n")
                .collect(joining());
    }

    private String link(JavaClass type) {
        var outer = type.getName().replaceAll("\\$.*", "");
        var name = outer.substring(outer.lastIndexOf('.') + 1);
        // a rule and its view may have the same name
        boolean view = outer.startsWith("colophon.views.") && ruleNames.contains(name);
        var label = view ? "view " + name : name;
        var target = "../" + folder(type) + "/" + outer.replace('.', '/') + ".java";
        var other = definitions.put(label, target);
        if (other != null && !other.equals(target))
            throw new AssertionError(label + " is both " + other + " and " + target);
        return view ? "[" + name + "][" + label + "]" : "[" + name + "]";
    }

    private static String folder(JavaClass type) {
        var compiled = Path.of(type.getSource().orElseThrow().getUri());
        var within = House.root().relativize(compiled);
        boolean test = within.getName(2).toString().equals("test-classes");
        return within.getName(0) + "/src/" + (test ? "test" : "main") + "/java";
    }

    /** The test classes that are named after a class. */
    List<JavaClass> testsNamedAfter(String name) {
        return House.TESTS.stream()
                .filter(test -> !test.getPackageName().contains(".wrong"))
                .filter(
                        test ->
                                List.of(name + "Test", name + "ApiTest")
                                        .contains(test.getSimpleName()))
                .sorted(comparing(JavaClass::getSimpleName).thenComparing(JavaClass::getName))
                .toList();
    }

    /** The tests that are named after a command, else the one that gives it most often. */
    List<JavaClass> testsOf(JavaClass command) {
        var named = testsNamedAfter(command.getSimpleName());
        return named.isEmpty()
                ? testWithMost(command, command.getPackageName()).stream().toList()
                : named;
    }

    /** The test that makes most of these objects: in this package, else of any command. */
    Optional<JavaClass> testWithMost(JavaClass made, String inPackage) {
        return mostIn(made, inPackage).or(() -> mostIn(made, "colophon.commands"));
    }

    private Optional<JavaClass> mostIn(JavaClass made, String inPackage) {
        return makers.getOrDefault(made.getName(), Map.of()).entrySet().stream()
                .filter(test -> test.getKey().startsWith(inPackage + "."))
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(
                                        Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(most -> House.TESTS.get(most.getKey()));
    }

    private static Map<String, Map<String, Integer>> makers() {
        var makers = new HashMap<String, Map<String, Integer>>();
        for (var test : House.TESTS)
            if (test.getSimpleName().endsWith("Test"))
                for (var call : test.getConstructorCallsFromSelf())
                    makers.computeIfAbsent(call.getTargetOwner().getName(), _ -> new HashMap<>())
                            .merge(test.getName(), 1, Integer::sum);
        return makers;
    }
}

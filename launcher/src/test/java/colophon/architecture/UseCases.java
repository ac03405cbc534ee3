package colophon.architecture;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import colophon.architecture.ApiRoutes.ApiRoute;
import colophon.events.Stored;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;

import org.axonframework.commandhandling.CommandHandler;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leads from each call of the API to its code, as the compiled classes have it. */
final class UseCases {

    private final Map<String, JavaMethod> handlers = handlers();
    private final List<ApiRoute> routes = ApiRoutes.all();
    private final SourceLinks sources = new SourceLinks();

    /** All tables. */
    String tables() {
        return "\n## Commands\n\n"
                + table(
                        "Call | What it does | Decided by | Events | May follow in the same commit"
                                + " | Tests",
                        routes.stream().filter(route -> !route.reads()).map(this::command))
                + "\n## Queries\n\n"
                + table(
                        "Call | What it answers | Code | Views that it reads | Tests",
                        routes.stream().filter(ApiRoute::reads).map(this::query))
                + "\n## Events\n\n"
                + table("Event | Stream | Made by | Views that read it | Tests", events())
                + "\n"
                + sources.definitions();
    }

    private String command(ApiRoute route) {
        var commands = commandsOf(route.method());
        var rules = new LinkedHashSet<JavaClass>();
        var events = new HashSet<JavaClass>();
        var following = new HashSet<JavaClass>();
        for (var command : commands) {
            var handler = handler(command);
            rules.add(handler.getOwner());
            var all = events(CallGraph.from(handler, unit -> isOfCommands(unit.getOwner())));
            var decided = new HashSet<JavaClass>();
            var given = givenTo(handler, command);
            rules.addAll(sorted(given.stream().map(JavaCodeUnit::getOwner).toList()));
            for (var unit : given)
                if (unit.getName().equals("decide"))
                    decided.addAll(
                            events(CallGraph.from(unit, next -> isOfCommands(next.getOwner()))));
            events.addAll(decided.isEmpty() ? all : decided);
            following.addAll(all);
        }
        following.removeAll(events);
        if (rules.isEmpty()) rules.add(route.method().getOwner());
        var tests = new LinkedHashSet<JavaClass>();
        commands.forEach(command -> tests.addAll(sources.testsOf(command)));
        rules.forEach(rule -> tests.addAll(sources.testsNamedAfter(subject(rule))));
        tests.addAll(sources.testsNamedAfter(stem(route)));
        return row(
                route.calls(),
                route.summary(),
                sources.links(rules),
                sources.links(sorted(events)),
                sources.links(sorted(following)),
                sources.links(tests));
    }

    private String query(ApiRoute route) {
        var views =
                CallGraph.owners(
                        CallGraph.from(route.method(), unit -> isOfViews(unit.getOwner())), "VIEW");
        var owner = route.method().getOwner();
        return row(
                route.calls(),
                route.summary(),
                sources.links(List.of(owner)),
                sources.links(sorted(views)),
                sources.links(sources.testsNamedAfter(stem(route))));
    }

    private Stream<String> events() {
        var makers = new TreeMap<String, Set<JavaClass>>();
        var requests = new TreeMap<String, Set<JavaClass>>();
        for (var type : House.MAIN)
            if (isOfCommands(type))
                for (var unit : type.getCodeUnits())
                    for (var event : events(Set.of(unit))) {
                        add(makers, event, type);
                        unit.getRawParameterTypes().stream()
                                .filter(UseCases::isRequest)
                                .forEach(request -> add(requests, event, request));
                    }
        var readers = readers();
        return House.MAIN.stream()
                .filter(UseCases::isEvent)
                .sorted(comparing(JavaClass::getName))
                .map(
                        event ->
                                event(
                                        event,
                                        sorted(of(makers, event)),
                                        sorted(of(requests, event)),
                                        sorted(of(readers, event))));
    }

    private String event(
            JavaClass event,
            List<JavaClass> makers,
            List<JavaClass> requests,
            List<JavaClass> readers) {
        var tests = new LinkedHashSet<JavaClass>();
        requests.forEach(request -> tests.addAll(sources.testsOf(request)));
        for (var maker : makers) {
            tests.addAll(sources.testsNamedAfter(subject(maker)));
            if (tests.isEmpty())
                sources.testWithMost(event, maker.getPackageName()).ifPresent(tests::add);
        }
        return row(
                sources.links(List.of(event)),
                event.getPackageName().replaceAll(".*\\.", ""),
                sources.links(makers),
                sources.links(readers),
                sources.links(tests));
    }

    private static Map<String, Set<JavaClass>> readers() {
        var readers = new TreeMap<String, Set<JavaClass>>();
        for (var type : House.MAIN)
            if (isOfViews(type) && type.tryGetField("VIEW").isPresent())
                CallGraph.used(
                                CallGraph.from(
                                        type.getStaticInitializer().orElseThrow(),
                                        unit -> isOfViews(unit.getOwner())))
                        .stream()
                        .flatMap(UseCases::eventsOf)
                        .forEach(event -> add(readers, event, type));
        return readers;
    }

    /** The event itself, or all events of a stream. */
    private static Stream<JavaClass> eventsOf(JavaClass type) {
        if (isEvent(type)) return Stream.of(type);
        if (!type.isInterface() || !type.getPackageName().startsWith("colophon.events."))
            return Stream.empty();
        return type.getAllSubclasses().stream().filter(UseCases::isEvent);
    }

    private static void add(Map<String, Set<JavaClass>> map, JavaClass key, JavaClass value) {
        map.computeIfAbsent(key.getName(), _ -> new HashSet<>()).add(value);
    }

    private static Set<JavaClass> of(Map<String, Set<JavaClass>> map, JavaClass key) {
        return map.getOrDefault(key.getName(), Set.of());
    }

    /** The commands that this method of a controller gives to the gateway. */
    private Collection<JavaClass> commandsOf(JavaMethod controller) {
        var own = topLevel(controller.getOwner());
        return sorted(
                CallGraph.made(
                                CallGraph.from(
                                        controller,
                                        unit ->
                                                topLevel(unit.getOwner()).equals(own)
                                                        || unit.getName().equals("toCommand")
                                                        || isCommand(unit.getOwner())))
                        .stream()
                        .filter(this::isCommand)
                        .collect(Collectors.toSet()));
    }

    private boolean isCommand(JavaClass type) {
        return handlers.containsKey(type.getName());
    }

    private JavaMethod handler(JavaClass command) {
        var handler = handlers.get(command.getName());
        if (handler == null) throw new IllegalStateException("Nothing handles " + command);
        return handler;
    }

    /** The handler and the methods to which it gives the command. */
    private static Set<JavaCodeUnit> givenTo(JavaMethod handler, JavaClass command) {
        return CallGraph.from(
                handler,
                unit ->
                        isOfCommands(unit.getOwner())
                                && unit.getRawParameterTypes().contains(command));
    }

    private static Set<JavaClass> events(Set<JavaCodeUnit> units) {
        return CallGraph.made(units).stream().filter(UseCases::isEvent).collect(Collectors.toSet());
    }

    private static boolean isOfCommands(JavaClass type) {
        return type.getPackageName().startsWith("colophon.commands");
    }

    private static boolean isOfViews(JavaClass type) {
        return type.getPackageName().startsWith("colophon.views");
    }

    private static boolean isEvent(JavaClass type) {
        return type.isAnnotatedWith(Stored.class)
                && type.getPackageName().startsWith("colophon.events.");
    }

    private static boolean isRequest(JavaClass type) {
        return type.isRecord() && isOfCommands(type);
    }

    private static Map<String, JavaMethod> handlers() {
        var handlers = new TreeMap<String, JavaMethod>();
        for (var type : House.MAIN)
            for (var method : type.getMethods())
                if (method.isAnnotatedWith(CommandHandler.class))
                    handlers.put(method.getRawParameterTypes().getFirst().getName(), method);
        return handlers;
    }

    private static String stem(ApiRoute route) {
        return route.method().getOwner().getSimpleName().replaceAll("Api$", "");
    }

    private static String subject(JavaClass rules) {
        return topLevel(rules).replaceAll("Rules$", "");
    }

    private static String topLevel(JavaClass type) {
        return type.getName().replaceAll(".*\\.|\\$.*", "");
    }

    private static List<JavaClass> sorted(Collection<JavaClass> types) {
        return types.stream()
                .sorted(comparing(JavaClass::getSimpleName).thenComparing(JavaClass::getName))
                .toList();
    }

    private static String table(String head, Stream<String> rows) {
        return "| "
                + head
                + " |\n|"
                + "---|".repeat(head.split("\\|").length)
                + "\n"
                + rows.collect(joining());
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.isEmpty() ? "" : cell + " ")
                .collect(joining("| ", "| ", "|\n"));
    }
}

package colophon.architecture;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What methods call, directly and through others. A call of an interface leads to all methods that
 * implement it; a lambda belongs to the method in which it is written.
 */
final class CallGraph {

    private CallGraph() {}

    /** The start and everything it reaches through methods that {@code follow} accepts. */
    static Set<JavaCodeUnit> from(JavaCodeUnit start, Predicate<JavaCodeUnit> follow) {
        var reached = new LinkedHashSet<>(List.of(start));
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty())
            calls(open.remove())
                    .flatMap(CallGraph::methods)
                    .filter(follow)
                    .filter(reached::add)
                    .forEach(open::add);
        return reached;
    }

    /** The classes of which these methods make objects. */
    static Set<JavaClass> made(Set<JavaCodeUnit> units) {
        return units.stream()
                .flatMap(CallGraph::calls)
                .filter(call -> call.getTarget().getName().equals("<init>"))
                .map(JavaAccess::getTargetOwner)
                .collect(Collectors.toSet());
    }

    /** The classes whose field of this name these methods read. */
    static Set<JavaClass> owners(Set<JavaCodeUnit> units, String field) {
        return units.stream()
                .flatMap(unit -> unit.getFieldAccesses().stream())
                .filter(access -> access.getTarget().getName().equals(field))
                .map(JavaAccess::getTargetOwner)
                .collect(Collectors.toSet());
    }

    /** The classes that these methods tell apart, or whose methods they call. */
    static Set<JavaClass> used(Set<JavaCodeUnit> units) {
        return units.stream()
                .flatMap(
                        unit ->
                                Stream.concat(
                                        calls(unit).map(JavaAccess::getTargetOwner),
                                        unit.getInstanceofChecks().stream()
                                                .map(InstanceofCheck::getRawType)))
                .collect(Collectors.toSet());
    }

    private static Stream<JavaAccess<?>> calls(JavaCodeUnit unit) {
        return Stream.of(
                        unit.getCallsFromSelf(),
                        unit.getMethodReferencesFromSelf(),
                        unit.getConstructorReferencesFromSelf())
                .flatMap(Set::stream);
    }

    private static Stream<JavaCodeUnit> methods(JavaAccess<?> call) {
        var target = call.getTarget().resolveMember();
        if (target.isEmpty() || !(target.get() instanceof JavaCodeUnit unit)) return Stream.empty();
        if (!unit.getOwner().isInterface()) return Stream.of(unit);
        return Stream.concat(
                Stream.of(unit),
                unit.getOwner().getAllSubclasses().stream()
                        .flatMap(type -> implementation(type, unit)));
    }

    private static Stream<JavaCodeUnit> implementation(JavaClass type, JavaMember of) {
        return type.getMethods().stream()
                .filter(method -> method.getName().equals(of.getName()))
                .filter(
                        method ->
                                method.getRawParameterTypes().size()
                                        == ((JavaCodeUnit) of).getRawParameterTypes().size())
                .map(method -> method);
    }
}

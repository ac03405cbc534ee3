package colophon.views.disclosure;

import colophon.views.reading.actor.OfStudent;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the students that an answer shows, at any depth: by each component {@code studentId}, and
 * by each component marked {@link OfStudent}. So a query needs no code of its own for this.
 */
final class ShownStudents {

    private static final ClassValue<List<ShownComponent>> PARTS =
            new ClassValue<>() {
                @Override
                protected List<ShownComponent> computeValue(Class<?> type) {
                    return parts(type);
                }
            };

    private ShownStudents() {}

    /** A component that is the id of a student, or that may contain such ids. */
    private record ShownComponent(Method accessor, boolean names) {}

    /** Adds the students that this part of an answer shows. */
    static void add(@Nullable Object answer, Set<String> students) {
        switch (answer) {
            case Record one -> {
                for (var part : PARTS.get(one.getClass())) {
                    var value = read(part.accessor, one);
                    if (part.names) addNamed(value, students);
                    else add(value, students);
                }
            }
            case Collection<?> some -> some.forEach(one -> add(one, students));
            case Map<?, ?> some -> some.values().forEach(one -> add(one, students));
            case Optional<?> maybe -> maybe.ifPresent(one -> add(one, students));
            case null, default -> {}
        }
    }

    /** True if the component holds the id of a student. */
    static boolean names(RecordComponent component) {
        return component.getName().equals("studentId")
                || component.isAnnotationPresent(OfStudent.class);
    }

    private static void addNamed(@Nullable Object value, Set<String> students) {
        switch (value) {
            case String id -> students.add(id);
            case Collection<?> some -> some.forEach(one -> addNamed(one, students));
            case null, default -> {}
        }
    }

    private static List<ShownComponent> parts(Class<?> type) {
        var parts = new ArrayList<ShownComponent>();
        for (var component : type.getRecordComponents()) {
            if (!names(component) && holdsNothing(component.getType())) continue;
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            parts.add(new ShownComponent(accessor, names(component)));
        }
        return List.copyOf(parts);
    }

    private static boolean holdsNothing(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type == String.class
                || Number.class.isAssignableFrom(type)
                || type.getPackageName().startsWith("java.time");
    }

    private static @Nullable Object read(Method accessor, Object answer) {
        try {
            return accessor.invoke(answer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " cannot be read", e);
        }
    }
}

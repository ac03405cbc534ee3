package colophon.commands.access;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All texts in a command, at any depth: in the command, in its records, and in lists and sets. */
public final class CommandTexts {

    /**
     * A text and its place.
     *
     * @param place its place in the command, unique among the texts of the command
     * @param holder the record that contains it, directly or in a list
     * @param component the name of the record component
     */
    public record Text(String place, Class<?> holder, String component, String text) {}

    private CommandTexts() {}

    /** All texts of a command. The command must be a record. */
    public static List<Text> of(Object command) {
        var all = new ArrayList<Text>();
        record(command, "", all);
        return all;
    }

    /** A copy of the command with other texts at the given places. */
    public static Object with(Object command, Map<String, String> others) {
        return requireNonNull(copy(command, "", others));
    }

    private static void record(Object record, String place, List<Text> all) {
        for (var component : record.getClass().getRecordComponents())
            add(
                    value(record, component),
                    place + "/" + component.getName(),
                    record.getClass(),
                    component.getName(),
                    all);
    }

    private static void add(
            @Nullable Object value,
            String place,
            Class<?> holder,
            String component,
            List<Text> all) {
        if (value instanceof String text) all.add(new Text(place, holder, component, text));
        if (value instanceof Record record) record(record, place, all);
        if (value instanceof Collection<?> some) {
            int at = 0;
            for (var one : some) add(one, place + "/" + at++, holder, component, all);
        }
    }

    private static @Nullable Object copy(
            @Nullable Object value, String place, Map<String, String> others) {
        if (others.keySet().stream().noneMatch(one -> isIn(one, place))) return value;
        return switch (requireNonNull(value)) {
            case String _ -> others.getOrDefault(place, "");
            case Record record -> made(record, place, others);
            case Set<?> some -> new LinkedHashSet<>(copies(some, place, others));
            case Collection<?> some -> copies(some, place, others);
            default -> throw new IllegalStateException("Nothing is at " + place);
        };
    }

    private static List<@Nullable Object> copies(
            Collection<?> some, String place, Map<String, String> others) {
        var all = new ArrayList<@Nullable Object>();
        for (var one : some) all.add(copy(one, place + "/" + all.size(), others));
        return all;
    }

    private static boolean isIn(String one, String place) {
        return one.equals(place) || one.startsWith(place + "/");
    }

    private static Object made(Record record, String place, Map<String, String> others) {
        var components = record.getClass().getRecordComponents();
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++)
            values[i] =
                    copy(
                            value(record, components[i]),
                            place + "/" + components[i].getName(),
                            others);
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType);
            return record.getClass()
                    .getDeclaredConstructor(types.toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The command does not accept another id", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

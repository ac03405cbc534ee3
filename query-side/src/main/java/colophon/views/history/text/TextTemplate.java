package colophon.views.history.text;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills a text with what an event holds. {@code {amount}} is the component of that name; a list is
 * shown in its order, a set in that of the alphabet. {@code [, until {expiresOn}]} is left out if
 * that component is null.
 */
final class TextTemplate {

    private static final Pattern PLACE =
            Pattern.compile("\\[([^\\[{]*)\\{(\\w+)}([^\\]]*)]|\\{(\\w+)}");

    private static final ClassValue<Map<String, Method>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected Map<String, Method> computeValue(Class<?> type) {
                    return Stream.of(type.getRecordComponents())
                            .collect(toMap(RecordComponent::getName, RecordComponent::getAccessor));
                }
            };

    private TextTemplate() {}

    /** The text. Throws IllegalStateException if the event has no component of some name. */
    static String fill(String template, Record event) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(filled(place, event)));
    }

    private static String filled(MatchResult place, Record event) {
        if (place.group(4) != null) return shown(place.group(4), event);
        var name = place.group(2);
        return value(name, event) == null
                ? ""
                : place.group(1) + shown(name, event) + place.group(3);
    }

    private static String shown(String name, Record event) {
        if (!COMPONENTS.get(event.getClass()).containsKey(name))
            throw new IllegalStateException("No " + name + " in " + event.getClass());
        return switch (value(name, event)) {
            case Set<?> all -> all.stream().map(String::valueOf).sorted().collect(joining(", "));
            case Collection<?> all -> all.stream().map(String::valueOf).collect(joining(", "));
            case null -> "null";
            case Object one -> one.toString();
        };
    }

    /** A component as it is; null if it is null or the event has none of that name. */
    static @Nullable String text(String name, Record event) {
        return (String) value(name, event);
    }

    private static @Nullable Object value(String name, Record event) {
        var component = COMPONENTS.get(event.getClass()).get(name);
        if (component == null) return null;
        try {
            return component.invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(event.getClass() + " does not tell its " + name, e);
        }
    }
}

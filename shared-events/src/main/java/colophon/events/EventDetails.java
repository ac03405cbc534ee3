package colophon.events;

import static java.util.stream.Collectors.toUnmodifiableMap;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every event says of itself: its business date, and the ids it refers to. A component called
 * {@code studentId} holds the id of a student, and so on.
 */
public final class EventDetails {

    private static final ClassValue<EventDetails> KNOWN =
            new ClassValue<>() {
                @Override
                protected EventDetails computeValue(Class<?> type) {
                    return new EventDetails(type);
                }
            };

    private final Map<String, Method> components;
    private final @Nullable Method businessDate;
    private final boolean inCatalog;

    private EventDetails(Class<?> type) {
        var all = type.getRecordComponents();
        if (all == null) throw new IllegalArgumentException(type + " is not an event");
        components =
                Stream.of(all)
                        .collect(
                                toUnmodifiableMap(
                                        RecordComponent::getName, RecordComponent::getAccessor));
        businessDate =
                Stream.of(all)
                        .filter(component -> component.isAnnotationPresent(BusinessDate.class))
                        .map(RecordComponent::getAccessor)
                        .findFirst()
                        .orElse(null);
        inCatalog =
                Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
                        .anyMatch(one -> one.isAnnotationPresent(InCatalog.class));
    }

    /** The day from which on the event counts; null if it has none of its own. */
    public static @Nullable LocalDate businessDate(Object event) {
        var accessor = KNOWN.get(event.getClass()).businessDate;
        return accessor == null ? null : (LocalDate) value(accessor, event);
    }

    /** True for events that everybody may know: the catalog, the schedule, names of funds. */
    public static boolean isInCatalog(Object event) {
        return KNOWN.get(event.getClass()).inCatalog;
    }

    /** The value of a component; null if the event has none of that name. */
    public static @Nullable Object component(Object event, String name) {
        var accessor = KNOWN.get(event.getClass()).components.get(name);
        return accessor == null ? null : value(accessor, event);
    }

    /** The id that a component of this name holds; null if the event refers to no such thing. */
    public static @Nullable String reference(Object event, String name) {
        return component(event, name) instanceof String id ? id : null;
    }

    /** The student that the event refers to; null if it refers to none. */
    public static @Nullable String studentId(Object event) {
        return reference(event, "studentId");
    }

    /** True if the event has a component of this name. */
    public static boolean has(Object event, String name) {
        return KNOWN.get(event.getClass()).components.containsKey(name);
    }

    private static @Nullable Object value(Method accessor, Object event) {
        try {
            return accessor.invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(event.getClass() + " cannot be read", e);
        }
    }
}

package colophon.storage.axon;

import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that a decoded event has every field that is not nullable. JSON can leave out any field.
 */
final class RequiredFields {

    private static final ClassValue<List<RecordComponent>> REQUIRED =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> type) {
                    return Stream.of(type.getRecordComponents())
                            .filter(component -> !component.getType().isPrimitive())
                            .filter(component -> !isNullable(component))
                            .peek(component -> component.getAccessor().setAccessible(true))
                            .toList();
                }
            };

    private RequiredFields() {}

    /** Throws SerializationException, naming the first field that is missing. */
    static void check(Record event) {
        for (var component : REQUIRED.get(event.getClass())) {
            var value = value(component, event);
            if (value == null)
                throw new SerializationException(
                        "%s lacks %s"
                                .formatted(event.getClass().getSimpleName(), component.getName()));
            if (value instanceof Record inner) check(inner);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object value(RecordComponent component, Record event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record cannot be read", e);
        }
    }
}

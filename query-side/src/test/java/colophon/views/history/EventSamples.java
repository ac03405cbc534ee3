package colophon.views.history;

import static colophon.views.Given.MAY_1;
import static colophon.views.Given.USD;
import static colophon.views.Given.usd;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes an event of any type. Texts are the names of their fields; days and amounts differ. */
public final class EventSamples {

    private final boolean full;
    private int made;

    private EventSamples(boolean full) {
        this.full = full;
    }

    /** An event with a value in every field. */
    public static Object full(Class<?> event) {
        return new EventSamples(true).make(event, "event");
    }

    /** An event with null in every optional field. */
    public static Object sparse(Class<?> event) {
        return new EventSamples(false).make(event, "event");
    }

    /** The value of a field of an event, or null if it has no such field. */
    static @Nullable Object field(Object event, String name) {
        for (var component : event.getClass().getRecordComponents())
            if (component.getName().equals(name)) return value(event, component);
        return null;
    }

    /** All values of one type in the fields of an event. */
    static <T> List<T> fields(Object event, Class<T> type) {
        return Stream.of(event.getClass().getRecordComponents())
                .filter(component -> component.getType() == type)
                .map(component -> value(event, component))
                .filter(type::isInstance)
                .<T>map(type::cast)
                .toList();
    }

    private static @Nullable Object value(Object event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object make(Type type, String name) {
        made++;
        if (type instanceof ParameterizedType generic) {
            var of = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) return Map.of();
            var one = make(of[0], name);
            return generic.getRawType() == Set.class ? Set.of(one) : List.of(one);
        }
        var plain = (Class<?>) type;
        if (plain == String.class) return name;
        if (plain == int.class || plain == Integer.class) return made;
        if (plain == Long.class) return (long) made;
        if (plain == boolean.class) return true;
        if (plain == LocalDate.class) return MAY_1.plusDays(made);
        if (plain == Money.class) return usd(made + ".25");
        if (plain == BigDecimal.class) return BigDecimal.valueOf(made);
        if (plain == Currency.class) return USD;
        if (plain == Period.class) return Period.ofDays(made);
        if (plain == ZoneId.class) return ZoneId.of("America/New_York");
        if (plain.isEnum()) return plain.getEnumConstants()[0];
        if (plain.isSealed()) return make(plain.getPermittedSubclasses()[0], name);
        if (plain.isRecord()) return record(plain);
        throw new IllegalStateException("No sample of " + type);
    }

    private Object record(Class<?> type) {
        try {
            var components = type.getRecordComponents();
            var types = new Class<?>[components.length];
            var values = new ArrayList<@Nullable Object>();
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                var may = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
                values.add(
                        may && !full
                                ? null
                                : make(components[i].getGenericType(), components[i].getName()));
            }
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}

package colophon.views.reading.table;

import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The columns of a record: one for each component, two for money (amount and currency), and those
 * of a nested record, with the name of its component and a dot before theirs. Lists of records and
 * maps are left out, because they do not fit into a cell.
 */
final class TableColumns {

    /** Returns a text, an exact number, a boolean, a day, or null for an empty cell. */
    @FunctionalInterface
    interface Cell {
        @Nullable Object of(@Nullable Object row);

        default Cell then(Cell next) {
            return row -> next.of(of(row));
        }
    }

    /** A column, and how to read its cell from a row. */
    record Column(String name, Cell cell) {}

    private final List<Column> all = new ArrayList<>();

    private TableColumns() {}

    static List<Column> of(Class<?> row) {
        var columns = new TableColumns();
        columns.add("", row, one -> one);
        return List.copyOf(columns.all);
    }

    private void add(String prefix, Class<?> type, Cell owner) {
        for (var component : type.getRecordComponents()) {
            var name = prefix + component.getName();
            var value = owner.then(reading(component));
            if (component.getType() == Money.class) {
                all.add(new Column(name, value.then(TableColumns::amount)));
                all.add(new Column(currencyOf(name), value.then(TableColumns::currency)));
            } else if (component.getType().isRecord()) {
                add(name + ".", component.getType(), value);
            } else if (fits(component.getGenericType())) {
                all.add(new Column(name, value.then(TableColumns::cell)));
            }
        }
    }

    /** The currency of {@code amount} is called {@code currency}, as in the API. */
    private static String currencyOf(String name) {
        return name.equals("amount") || name.endsWith(".amount")
                ? name.substring(0, name.length() - "amount".length()) + "currency"
                : name + "Currency";
    }

    private static boolean fits(Type type) {
        if (!(type instanceof ParameterizedType generic)) return true;
        if (!(generic.getRawType() instanceof Class<?> raw)) return false;
        if (Map.class.isAssignableFrom(raw)) return false;
        if (!Collection.class.isAssignableFrom(raw)) return true;
        return generic.getActualTypeArguments()[0] instanceof Class<?> one && !one.isRecord();
    }

    private static Cell reading(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return row -> row == null ? null : read(accessor, row);
    }

    private static @Nullable Object read(Method accessor, Object row) {
        try {
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " cannot be read", e);
        }
    }

    private static @Nullable Object amount(@Nullable Object money) {
        return money == null ? null : ((Money) money).amount();
    }

    private static @Nullable Object currency(@Nullable Object money) {
        return money == null ? null : ((Money) money).currency().getCurrencyCode();
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal _, Integer _, Long _, Boolean _, LocalDate _ -> value;
            case Collection<?> some ->
                    some.stream().map(String::valueOf).collect(Collectors.joining("; "));
            default -> value.toString();
        };
    }
}

package colophon.model.naive;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** A JSON body that is read field by field; a missing field is null. */
public record Body(Map<String, Object> fields) {

    boolean has(String field) {
        return fields.get(field) != null;
    }

    String text(String field) {
        return String.valueOf(fields.get(field));
    }

    @Nullable String textOrNull(String field) {
        return has(field) ? text(field) : null;
    }

    /** The value of a field that must be there. */
    Object given(String field) {
        return requireNonNull(fields.get(field), field);
    }

    int number(String field) {
        return (Integer) given(field);
    }

    @Nullable LocalDate day(String field) {
        return has(field) ? LocalDate.parse(text(field)) : null;
    }

    LocalDate day(String field, LocalDate unlessGiven) {
        return has(field) ? LocalDate.parse(text(field)) : unlessGiven;
    }

    /** In hundredths of any currency; 0 if there is no amount. */
    long amount(String field) {
        return amount(fields.get(field));
    }

    /** The same of one amount. */
    public static long amount(@Nullable Object money) {
        if (!(money instanceof Map<?, ?> parts)) return 0;
        return new BigDecimal(String.valueOf(parts.get("amount")))
                .movePointRight(2)
                .longValueExact();
    }

    @Nullable String currency(String field) {
        return fields.get(field) instanceof Map<?, ?> parts
                ? String.valueOf(parts.get("currency"))
                : null;
    }
}

package colophon.commands.imports.rows;

import colophon.api.request.Amount;
import colophon.api.request.Identifier;
import colophon.events.imports.ImportKind;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the rows of a file into request bodies. A column is a field of the body; money has two, its
 * amount and its currency.
 */
public final class RowMapping {

    /** A row as a request: the id it is about, and the body. */
    public record Request(String id, Object body) {}

    private static final String ID = "id";

    /** A body field that rows do not have: for a file, a dry run takes its place. */
    private static final String QUOTE = "quote";

    private final Class<?> body;
    private final @Nullable String pathColumn;
    private final JsonMapper json;
    private final Validator validator;
    private final Map<String, RecordComponent> fields = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> required = new LinkedHashSet<>();

    RowMapping(Class<?> body, @Nullable String pathColumn, JsonMapper json, Validator validator) {
        this.body = body;
        this.pathColumn = pathColumn;
        this.json = json;
        this.validator = validator;
        if (pathColumn != null) {
            columns.add(pathColumn);
            required.add(pathColumn);
        }
        for (var field : body.getRecordComponents()) add(field);
    }

    /** That of the files of a kind. */
    public static RowMapping of(ImportKind kind, JsonMapper json, Validator validator) {
        var target = ImportTarget.of(kind);
        return new RowMapping(target.request().body(), target.pathColumn(), json, validator);
    }

    /** The names a header may have. */
    Set<String> columns() {
        return columns;
    }

    /** The names a header must have. */
    Set<String> required() {
        return required;
    }

    /**
     * The request that a row stands for.
     *
     * @param cells by column; an empty cell counts as absent
     * @param idOfItsOwn the id of what the row makes, if the row gives none
     */
    public Request request(Map<String, String> cells, String idOfItsOwn)
            throws InvalidRowException {
        var mistakes = new ArrayList<String>();
        var node = json.createObjectNode();
        fields.forEach((name, field) -> put(node, name, field.getType(), cells, mistakes));
        if (pathColumn == null && fields.containsKey(ID) && !node.has(ID)) node.put(ID, idOfItsOwn);
        var id = pathColumn == null ? text(node, ID) : cells.getOrDefault(pathColumn, "");
        if (pathColumn != null && !id.matches(Identifier.FORM))
            mistakes.add(pathColumn + " must be the id of an enrollment");
        if (!mistakes.isEmpty()) throw new InvalidRowException(mistakes);
        return new Request(id, valid(node));
    }

    /** The id in a row, or null if it is absent or invalid. */
    public @Nullable String named(Map<String, String> cells) {
        var id = cells.getOrDefault(pathColumn == null ? ID : pathColumn, "");
        return id.matches(Identifier.FORM) ? id : null;
    }

    private void add(RecordComponent field) {
        var name = field.getName();
        var type = field.getType();
        if (name.equals(QUOTE) || !type.equals(Amount.class) && !isPlain(type)) return;
        fields.put(name, field);
        columns.add(name);
        if (type.equals(Amount.class)) columns.add(currencyOf(name));
        if (!isRequired(field)) return;
        required.add(name);
        if (type.equals(Amount.class)) required.add(currencyOf(name));
    }

    private boolean isRequired(RecordComponent field) {
        try {
            return field.isAnnotationPresent(NotNull.class)
                    || body.getDeclaredField(field.getName()).isAnnotationPresent(NotNull.class);
        } catch (NoSuchFieldException e) {
            throw new LinkageError("a record has a field for each component", e);
        }
    }

    private static boolean isPlain(Class<?> type) {
        return type.isEnum()
                || type == String.class
                || type == LocalDate.class
                || type == Integer.class
                || type == Boolean.class;
    }

    private static String currencyOf(String name) {
        return name.equals("amount") ? "currency" : name + "Currency";
    }

    private static void put(
            ObjectNode node,
            String name,
            Class<?> type,
            Map<String, String> cells,
            List<String> mistakes) {
        var cell = cells.getOrDefault(name, "");
        if (type == Amount.class) {
            money(node, name, cell, cells.getOrDefault(currencyOf(name), ""));
            return;
        }
        if (cell.isEmpty()) return;
        if (type == Integer.class && cell.matches("-?[0-9]{1,9}"))
            node.put(name, Integer.parseInt(cell));
        else if (type == Integer.class) mistakes.add(name + " must be a whole number");
        else if (type == Boolean.class && cell.matches("true|false"))
            node.put(name, cell.equals("true"));
        else if (type == Boolean.class) mistakes.add(name + " must be true or false");
        else if (type.isEnum() && !words(type).contains(cell))
            mistakes.add(name + " must be one of " + String.join(", ", words(type)));
        else if (type == LocalDate.class && !isDay(cell))
            mistakes.add(name + " must be a day such as 2026-06-15");
        else node.put(name, cell);
    }

    private static void money(ObjectNode node, String name, String amount, String currency) {
        if (amount.isEmpty() && currency.isEmpty()) return;
        var money = node.putObject(name);
        if (!amount.isEmpty()) money.put("amount", amount);
        if (!currency.isEmpty()) money.put("currency", currency);
    }

    private static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isDay(String cell) {
        try {
            return LocalDate.parse(cell) != null;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private Object valid(ObjectNode node) throws InvalidRowException {
        Object read;
        try {
            read = json.treeToValue(node, body);
        } catch (JacksonException e) {
            var path =
                    e.getPath().stream()
                            .map(step -> String.valueOf(step.getPropertyName()))
                            .collect(Collectors.joining("."));
            throw new InvalidRowException(List.of(path + " has the wrong form"));
        }
        var mistakes =
                validator.validate(read).stream().map(RowMapping::sentence).sorted().toList();
        if (!mistakes.isEmpty()) throw new InvalidRowException(mistakes);
        return read;
    }

    private static String sentence(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        var message = violation.getMessage();
        // a check of the whole body has a name that is not a column
        return violation.getInvalidValue() instanceof Boolean ? message : path + " " + message;
    }

    private static String text(ObjectNode node, String field) {
        return node.path(field).asString("");
    }
}

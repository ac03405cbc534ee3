package colophon.launcher.http;

import colophon.api.request.Amount;
import colophon.events.money.Money;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Describes the fields of answers as our JSON writes them, and not as a library guesses. It lists
 * exactly the components of records. Money, currencies and exact numbers are texts. A field that
 * cannot be null is always present.
 */
@Component
class AnswerSchemas implements ModelConverter {

    private static final String EXACT = "^-?[0-9]+([.][0-9]+)?$";
    private static final String REF = "#/components/schemas/";

    static {
        SpringDocUtils.getConfig()
                .replaceWithClass(Money.class, Amount.class)
                .replaceWithSchema(
                        Currency.class, new StringSchema().description("ISO 4217").example("USD"));
    }

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();
    private final Set<String> doubled = ConcurrentHashMap.newKeySet();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        var schema = chain.next().resolve(type, context, chain);
        var known = raw(type.getType());
        if (schema != null && known != null && known.isRecord()) {
            var name = schema.get$ref() == null ? schema.getName() : named(schema);
            if (name != null) remember(name, known);
        }
        return schema;
    }

    /**
     * The description uses simple names. Of two records with the same simple name, only one would
     * be described.
     */
    private void remember(String name, Class<?> known) {
        var other = records.putIfAbsent(name, known);
        if (other != null && !other.equals(known))
            doubled.add(other.getName() + " and " + known.getName() + " are both " + name);
    }

    /**
     * A record marked {@link JsonUnwrapped} appears as if its components belonged to the outer
     * record.
     */
    private static Stream<RecordComponent> fields(Class<?> known) {
        return Arrays.stream(known.getRecordComponents())
                .flatMap(
                        one ->
                                one.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                                        ? fields(one.getType())
                                        : Stream.of(one));
    }

    private static @Nullable Class<?> raw(@Nullable Type type) {
        if (type instanceof Class<?> known) return known;
        return type instanceof JavaType known ? known.getRawClass() : null;
    }

    /** Corrects the guessed description of every answer. */
    void describe(OpenAPI api) {
        if (!doubled.isEmpty())
            throw new IllegalStateException("Name them by @Schema(name = …): " + doubled);
        var schemas = api.getComponents().getSchemas();
        var answered = new HashSet<String>();
        for (var path : api.getPaths().values())
            for (var operation : path.readOperations())
                for (var content : contents(operation))
                    for (var media : content.values()) reach(media.getSchema(), schemas, answered);
        for (var name : answered) amend(name, Objects.requireNonNull(schemas.get(name)));
    }

    private static List<Content> contents(Operation operation) {
        return operation.getResponses().values().stream()
                .map(response -> response.getContent())
                .filter(Objects::nonNull)
                .toList();
    }

    private static void reach(
            @Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> reached) {
        if (schema == null) return;
        if (schema.get$ref() != null) {
            var name = named(schema);
            if (schemas.containsKey(name) && reached.add(name))
                reach(schemas.get(name), schemas, reached);
        }
        reach(schema.getItems(), schemas, reached);
        if (schema.getAdditionalProperties() instanceof Schema<?> values)
            reach(values, schemas, reached);
        if (schema.getProperties() != null)
            schema.getProperties().values().forEach(one -> reach(one, schemas, reached));
    }

    private void amend(String name, Schema<?> schema) {
        var known = records.get(name);
        if (known == null || schema.getProperties() == null) return;
        var components = fields(known).toList();
        var names = components.stream().map(RecordComponent::getName).toList();
        schema.getProperties().keySet().retainAll(names);
        for (var one : components)
            if (one.getType() == BigDecimal.class)
                schema.getProperties().put(one.getName(), new StringSchema().pattern(EXACT));
        schema.setRequired(
                components.stream()
                        .filter(one -> !isNullable(one))
                        .map(RecordComponent::getName)
                        .sorted()
                        .toList());
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String named(Schema<?> schema) {
        return schema.get$ref().substring(REF.length());
    }
}

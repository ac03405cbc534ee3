package colophon.system.driver;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The program's OpenAPI document. Finds what in an answer differs from it: a status, a media type,
 * an undescribed field, a missing field, or a field of another type.
 */
public final class DescribedApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROBLEM_JSON = "application/problem+json";

    private final JsonNode api;
    private final List<Path> paths = new ArrayList<>();

    private record Path(Pattern pattern, int variables, JsonNode calls) {}

    /** Reads this parsed document. */
    public DescribedApi(JsonNode api) {
        this.api = api;
        for (var path : api.get("paths").properties()) {
            var pattern = path.getKey().replaceAll("[{][^}]*[}]", "[^/]+");
            int variables = path.getKey().split("[{]", -1).length;
            paths.add(new Path(Pattern.compile(pattern), variables, path.getValue()));
        }
        paths.sort((one, other) -> Integer.compare(one.variables, other.variables));
    }

    /** The differences; empty for an answer as described, and for a call outside of the API. */
    public List<String> mistakes(
            String method, String path, int status, @Nullable String type, byte[] body) {
        if (!path.startsWith("/api/")) return List.of();
        var mistakes = new ArrayList<String>();
        var media = type == null ? "" : type.replaceFirst(";.*", "").strip();
        var call = call(method, path);
        if (call == null) {
            // an unknown path or method is refused in the same form as all others
            if (status < 400 || status >= 500)
                mistakes.add(status + " of a call that is not described");
            if (!media.equals(PROBLEM_JSON)) mistakes.add("'" + media + "' for a refusal");
            else fits(api.at("/components/schemas/Problem"), parsed(body, mistakes), "", mistakes);
            return mistakes;
        }
        var response = call.path("responses").path("" + status);
        if (response.isMissingNode()) return List.of(status + " is not described");
        var content = response.path("content");
        if (content.isMissingNode()) {
            if (body.length > 0) mistakes.add(status + " has no body, and this has one");
            return mistakes;
        }
        var described = content.path(media);
        if (described.isMissingNode())
            return List.of(status + " as '" + media + "' is not described");
        if (!method.equals("HEAD") && media.endsWith("json"))
            fits(described.path("schema"), parsed(body, mistakes), "", mistakes);
        return mistakes;
    }

    private @Nullable JsonNode call(String method, String path) {
        var verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        for (var one : paths)
            if (one.pattern.matcher(path).matches() && one.calls.has(verb))
                return one.calls.get(verb);
        return null;
    }

    private static JsonNode parsed(byte[] body, List<String> mistakes) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            mistakes.add("no JSON");
            return JSON.nullNode();
        }
    }

    private void fits(JsonNode schema, JsonNode value, String at, List<String> mistakes) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            fits(api.at(reference.substring(1)), value, at, mistakes);
            return;
        }
        var type = schema.path("type").asString("");
        if (!isA(type, value)) {
            mistakes.add(at + " is " + value.getNodeType() + ", not " + type);
            return;
        }
        switch (type) {
            case "object" -> fieldsFit(schema, value, at, mistakes);
            case "array" -> {
                int n = 0;
                for (var item : value) fits(schema.path("items"), item, at + "/" + n++, mistakes);
            }
            case "string" -> textFits(schema, value.asString(), at, mistakes);
            default -> {}
        }
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "" -> !value.isMissingNode();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException(type);
        };
    }

    private void fieldsFit(JsonNode schema, JsonNode value, String at, List<String> mistakes) {
        for (var name : schema.path("required"))
            if (!value.has(name.asString()))
                mistakes.add(at + "/" + name.asString() + " is missing");
        var others = schema.path("additionalProperties");
        for (var field : value.properties()) {
            var place = at + "/" + field.getKey();
            var known = schema.path("properties").path(field.getKey());
            if (!known.isMissingNode()) fits(known, field.getValue(), place, mistakes);
            else if (others.isObject()) fits(others, field.getValue(), place, mistakes);
            else if (!others.asBoolean(false)) mistakes.add(place + " is not described");
        }
    }

    private static void textFits(JsonNode schema, String value, String at, List<String> mistakes) {
        var words = schema.path("enum");
        if (words.isArray() && words.valueStream().noneMatch(one -> one.asString().equals(value)))
            mistakes.add(at + " is '" + value + "', which is none of " + words);
        var pattern = schema.path("pattern").asString("");
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(value).find())
            mistakes.add(at + " is '" + value + "', not as " + pattern);
        try {
            switch (schema.path("format").asString("")) {
                case "date" -> LocalDate.parse(value);
                case "date-time" -> Instant.parse(value);
                default -> {}
            }
        } catch (DateTimeException e) {
            mistakes.add(at + " is '" + value + "', no " + schema.path("format").asString(""));
        }
    }
}

package colophon.launcher.http;

import colophon.api.paging.Items;
import colophon.commands.gateway.CommandRequest;
import colophon.security.PublicUrl;
import colophon.security.http.CookieNames;
import colophon.security.matrix.AuthorizationMatrix;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.List;

/** Adds to the description of each call what holds for all calls. */
@Component
class ApiDescription implements OpenApiCustomizer {

    private static final String TOKEN = "token";

    private static final List<String> TABLES =
            List.of(
                    "text/csv",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String PROBLEM = "Problem";

    private final AnswerSchemas fields;

    ApiDescription(AnswerSchemas fields, SwaggerUiConfigProperties pages, PublicUrl url) {
        this.fields = fields;
        pages.getCsrf().setCookieName(CookieNames.named(CookieNames.XSRF, url.isEncrypted()));
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(
                new Info()
                        .title("Colophon")
                        .version("v1")
                        .description(
                                "Enrollment and funding of certificate programs. Commands are POST"
                                    + " and take effect once for each Idempotency-Key; queries are"
                                    + " GET and say by Event-Position how much of the log they have"
                                    + " read."));
        api.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token, from POST /oauth2/token"));
        api.getComponents().addSchemas(PROBLEM, problem());
        api.getPaths().forEach(ApiDescription::describe);
        fields.describe(api);
    }

    private static void describe(String pattern, PathItem path) {
        path.readOperationsMap().forEach((method, one) -> describe(pattern, method, one));
    }

    private static void describe(String pattern, PathItem.HttpMethod method, Operation operation) {
        leaveOutOthers(pattern, operation);
        if (!isOpen(method, pattern))
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        if (method == PathItem.HttpMethod.GET) query(operation);
        else command(operation);
    }

    private static boolean isOpen(PathItem.HttpMethod method, String pattern) {
        var rule = AuthorizationMatrix.row(method.name(), pattern);
        return rule != null && rule.audience().anyone();
    }

    /**
     * Removes parameters that this path lacks. A method may have several paths, and `/me` has no
     * id.
     */
    private static void leaveOutOthers(String pattern, Operation operation) {
        if (operation.getParameters() == null) return;
        operation
                .getParameters()
                .removeIf(
                        one ->
                                "path".equals(one.getIn())
                                        && !pattern.contains("{" + one.getName() + "}"));
    }

    private static void command(Operation operation) {
        operation.addParametersItem(
                new HeaderParameter()
                        .name(CommandRequest.KEY_HEADER)
                        .description("The same key with the same body gets the first answer again")
                        .required(false)
                        .schema(new StringSchema().minLength(1).maxLength(128)));
        var known = operation.getResponses();
        var answer = answer(known);
        var responses = new ApiResponses();
        responses.addApiResponse("200", done("Done, now or earlier by the same request", answer));
        responses.addApiResponse("201", done("Created", answer));
        known.forEach(
                (status, response) -> {
                    if (status.equals("202"))
                        responses.addApiResponse(status, done(response.getDescription(), answer));
                });
        refusal(responses, "409", "A rule refuses the request; reason says which");
        refusal(responses, "422", "The request does not fit what it refers to");
        refusal(responses, "408", "The body came too slowly");
        refusal(responses, "413", "The body is too large");
        refusals(responses);
        operation.setResponses(responses);
    }

    /**
     * The schema that the method declares for its answer. Some methods answer with the bytes of a
     * JSON object.
     */
    private static Schema<?> answer(ApiResponses known) {
        return known.values().stream()
                .map(ApiResponse::getContent)
                .filter(content -> content != null && content.get(JSON) != null)
                .map(content -> content.get(JSON).getSchema())
                .filter(schema -> schema != null && schema.get$ref() != null)
                .findFirst()
                .orElseGet(() -> new ObjectSchema().additionalProperties(true));
    }

    private static void query(Operation operation) {
        operation.addParametersItem(
                new QueryParameter()
                        .name("after")
                        .description(
                                "An Event-Position: the answer has read the log at least so far, or"
                                        + " is 503 after 2 s (Prefer: wait=N for another time)")
                        .required(false)
                        .schema(new IntegerSchema().format("int64").minimum(BigDecimal.ZERO)));
        operation.addParametersItem(
                new HeaderParameter()
                        .name("Interest")
                        .description(
                                "Why the caller looks at student records, if not for the reason of"
                                        + " the role; the list of disclosures shows it")
                        .required(false)
                        .schema(new StringSchema().minLength(1).maxLength(200)));
        var responses = new ApiResponses();
        operation
                .getResponses()
                .forEach(
                        (status, response) -> {
                            if (!status.startsWith("2"))
                                refusal(responses, status, response.getDescription());
                            else {
                                table(response);
                                responses.addApiResponse(status, response);
                            }
                        });
        responses.addApiResponse(
                "304", new ApiResponse().description("Unchanged: If-None-Match names its ETag"));
        refusals(responses);
        operation.setResponses(responses);
    }

    /** Every list is also available as a table. */
    private static void table(ApiResponse response) {
        var content = response.getContent();
        if (content == null || content.values().stream().noneMatch(ApiDescription::isList)) return;
        for (var type : TABLES)
            content.addMediaType(type, new MediaType().schema(new StringSchema()));
    }

    private static boolean isList(MediaType type) {
        var schema = type.getSchema();
        return schema != null
                && schema.get$ref() != null
                && schema.get$ref().contains("/" + Items.class.getSimpleName());
    }

    /** Any call can be refused in these ways. Open calls also refuse an invalid token. */
    private static void refusals(ApiResponses responses) {
        refusal(responses, "400", "The request is malformed or invalid; errors says where");
        refusal(responses, "401", "The caller is not signed in");
        refusal(responses, "403", "The caller's role does not allow this");
        refusal(responses, "404", "The subject does not exist, or the caller may not see it");
        refusal(responses, "406", "The answer does not exist in an accepted format");
        refusal(responses, "415", "The type of the body is not supported, or no body is taken");
        refusal(responses, "421", "Another process does this");
        refusal(responses, "429", "Too many requests; Retry-After says when to try again");
        refusal(responses, "503", "Unavailable; Retry-After says when to try again");
    }

    private static void refusal(ApiResponses responses, String status, String description) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        var response =
                new ApiResponse()
                        .description(description)
                        .content(
                                new Content()
                                        .addMediaType(
                                                PROBLEM_JSON, new MediaType().schema(schema)));
        if (status.equals("429") || status.equals("503"))
            response.addHeaderObject(
                    "Retry-After", new Header().description("Seconds").schema(new IntegerSchema()));
        responses.putIfAbsent(status, response);
    }

    private static ApiResponse done(String description, Schema<?> answer) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject(
                        "Event-Position",
                        new Header()
                                .description("The log position that the answer reached")
                                .schema(new IntegerSchema().format("int64")))
                .content(new Content().addMediaType(JSON, new MediaType().schema(answer)));
    }

    private static Schema<?> problem() {
        var mistake =
                new ObjectSchema()
                        .addProperty("pointer", new StringSchema().description("RFC 6901"))
                        .addProperty("detail", new StringSchema())
                        .required(List.of("pointer", "detail"));
        return new ObjectSchema()
                .description("What went wrong (RFC 9457); docs/problems.md lists the reasons")
                .addProperty("type", new StringSchema().description("/problems/ and the reason"))
                .addProperty("title", new StringSchema().description("The same for each reason"))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("A sentence about this case"))
                .addProperty("instance", new StringSchema().description("The path"))
                .addProperty("reason", new StringSchema().description("A word of a closed list"))
                .addProperty("errors", new ArraySchema().items(mistake))
                .required(List.of("type", "title", "status", "detail", "reason"));
    }
}

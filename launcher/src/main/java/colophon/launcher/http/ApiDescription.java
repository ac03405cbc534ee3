package colophon.launcher.http;

import colophon.commands.desk.CommandRequest;
import colophon.security.matrix.Matrix;
import colophon.views.reading.http.Items;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.List;

/** What holds for every call, said once and written into the description of each. */
@Component
class ApiDescription implements OpenApiCustomizer {

    private static final String TOKEN = "token";

    private static final List<String> TABLES =
            List.of(
                    "text/csv",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

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
        api.getPaths().forEach(ApiDescription::describe);
    }

    private static void describe(String pattern, PathItem path) {
        path.readOperationsMap()
                .forEach(
                        (method, operation) -> {
                            leaveOutOthers(pattern, operation);
                            if (!isOpen(method, pattern))
                                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
                        });
        if (path.getPost() != null) command(path.getPost());
        if (path.getGet() != null) query(path.getGet());
    }

    private static boolean isOpen(PathItem.HttpMethod method, String pattern) {
        var row = Matrix.row(method.name(), pattern);
        return row != null && row.audience().anyone();
    }

    /** Of a method with several paths, one may lack what another names: `/me` names nobody. */
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
                        .description("The same key with the same body gives the first answer again")
                        .required(false)
                        .schema(new StringSchema().minLength(1).maxLength(128)));
        var responses = new ApiResponses();
        responses.addApiResponse("200", done("It was done, now or before by the same request"));
        responses.addApiResponse("201", done("Something was made"));
        responses.addApiResponse("409", problem("A rule refuses; reason says which"));
        responses.addApiResponse("422", problem("It does not fit what it refers to"));
        problems(responses);
        operation.setResponses(responses);
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
                                "Why records of students are looked at, where it is not what the"
                                        + " role says; goes into their list of disclosures")
                        .required(false)
                        .schema(new StringSchema().minLength(1).maxLength(200)));
        operation.getResponses().values().forEach(ApiDescription::table);
        problems(operation.getResponses());
    }

    /** Every list is given as a table, too. */
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

    private static void problems(ApiResponses responses) {
        responses.putIfAbsent(
                "400", problem("Malformed, or failing validation; errors says where"));
        responses.putIfAbsent("401", problem("Nobody is signed in"));
        responses.putIfAbsent("403", problem("Not with this role"));
        responses.putIfAbsent("404", problem("What it is about does not exist, or not for you"));
        responses.putIfAbsent("429", problem("Too many in a short time; Retry-After says when"));
        responses.putIfAbsent("503", problem("Not now; Retry-After says when"));
    }

    private static ApiResponse done(String description) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject(
                        "Event-Position",
                        new Header()
                                .description("The place in the log that it reached")
                                .schema(new IntegerSchema().format("int64")))
                .content(
                        new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType().schema(new ObjectSchema())));
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new ObjectSchema())));
    }
}

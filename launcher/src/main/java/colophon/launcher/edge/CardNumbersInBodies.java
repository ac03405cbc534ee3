package colophon.launcher.edge;

import colophon.commands.request.CardNumber;
import colophon.launcher.http.HttpProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/**
 * Refuses a JSON body with the number of a payment card anywhere in it, in a field of any request,
 * a name of a field, a number: before it is made into anything that could store, log or repeat it.
 */
@ControllerAdvice
class CardNumbersInBodies extends RequestBodyAdviceAdapter {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var contentType = message.getHeaders().getContentType();
        if (!isJson(contentType)) return message;
        var bytes = message.getBody().readAllBytes();
        check(bytes);
        return new Read(message.getHeaders(), bytes);
    }

    /**
     * What cannot be read has no value yet; that it cannot be is said by who reads it in earnest.
     */
    private static void check(byte[] bytes) {
        try (var body = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            for (var token = body.nextToken(); token != null; token = body.nextToken())
                if (holdsText(token) && CardNumber.isIn(body.getString())) throw refusal(body);
        } catch (JacksonException _) {
            return;
        }
    }

    private static boolean holdsText(JsonToken token) {
        return token == JsonToken.PROPERTY_NAME
                || token == JsonToken.VALUE_STRING
                || token.isNumeric();
    }

    /** Names the place, never what is there; a field with such a name is named by what it is in. */
    private static RuntimeException refusal(JsonParser body) {
        var place = body.streamReadContext();
        var isName = body.currentToken() == JsonToken.PROPERTY_NAME;
        if (isName) place = place.getParent();
        var pointer = place == null ? "" : place.pathAsPointer().toString();
        var sentence =
                (isName ? "has a field whose name is" : "holds")
                        + " what looks like the number of a payment card; it was not kept";
        var subject = pointer.isEmpty() ? "The body" : pointer;
        var problem = HttpProblem.CARD_NUMBER.because(subject + " " + sentence + ".");
        problem.getBody()
                .setProperty("errors", List.of(Map.of("pointer", pointer, "detail", sentence)));
        return problem;
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type == null
                || type.getSubtype().equals("json")
                || type.getSubtype().endsWith("+json");
    }

    private record Read(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}

package colophon.launcher.edge;

import colophon.api.request.CardNumber;
import colophon.launcher.http.HttpProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses a JSON body that contains a payment card number in any field, field name or number. This
 * happens before the body becomes an object that could be stored, logged or repeated.
 */
@ControllerAdvice
class CardNumberBodyCheck extends RequestBodyAdviceAdapter {

    private final JsonMapper json;

    /** Uses the limits and the strictness of the mapper that parses the body afterwards. */
    CardNumberBodyCheck(JsonMapper json) {
        this.json = json;
    }

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
        if (contentType != null && !isJson(contentType)) return message;
        var read = new Read(message.getHeaders(), message.getBody().readAllBytes());
        check(read, contentType == null ? null : contentType.getCharset());
        return read;
    }

    /**
     * If the check cannot read the body to its end, the request is refused, so that no later reader
     * sees more of it.
     */
    private void check(Read read, @Nullable Charset charset) {
        try (var body = parser(read.bytes, charset)) {
            for (var token = body.nextToken(); token != null; token = body.nextToken())
                if (holdsText(token) && CardNumber.isIn(body.getString())) throw refusal(body);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("The JSON cannot be read", e, read);
        }
    }

    /** Works like Spring's converter: JSON itself shows which Unicode encoding it has. */
    private JsonParser parser(byte[] bytes, @Nullable Charset charset) {
        return charset == null || charset.name().startsWith("UTF-")
                ? json.createParser(bytes)
                : json.createParser(new String(bytes, charset));
    }

    private static boolean holdsText(JsonToken token) {
        return token == JsonToken.PROPERTY_NAME
                || token == JsonToken.VALUE_STRING
                || token.isNumeric();
    }

    /**
     * Names the place and never the value. A field with such a name is described by the object it
     * is in.
     */
    private static RuntimeException refusal(JsonParser body) {
        var place = body.streamReadContext();
        var isName = body.currentToken() == JsonToken.PROPERTY_NAME;
        if (isName) place = place.getParent();
        var pointer = place == null ? "" : place.pathAsPointer().toString();
        var sentence = (isName ? "has a field whose name " : "") + CardNumber.REFUSAL;
        var subject = pointer.isEmpty() ? "The body" : pointer;
        var problem = HttpProblem.CARD_NUMBER.because(subject + " " + sentence + ".");
        problem.getBody()
                .setProperty("errors", List.of(Map.of("pointer", pointer, "detail", sentence)));
        return problem;
    }

    /** True if a body of this type is checked here. */
    static boolean isJson(MediaType type) {
        var subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
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

package colophon.launcher.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.ErrorResponseException;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

@Tag("io")
class CardNumberChecksTest {

    private static final String CARD = "4111111111111111";
    private static final int LONGEST = 1000;

    private final JsonMapper json =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(LONGEST)
                                                    .build())
                                    .build())
                    .build();

    @Test
    void strangers_are_counted_before_anything_is_searched_and_nobody_signs_in_before_that() {
        assertThat(OrderUtils.getOrder(CardNumberFilter.class))
                .isGreaterThan(EdgeConfiguration.BEFORE_SIGN_IN)
                .isLessThan(SecurityFilterProperties.DEFAULT_FILTER_ORDER);
    }

    /**
     * A text that is too long for one check is too long for the other, and the rest is not read.
     */
    @Test
    void what_cannot_be_read_to_its_end_is_read_no_further() {
        var tooLong = "x".repeat(LONGEST + 1);
        for (var body :
                List.of(
                        "{\"a\":\"" + tooLong + "\",\"b\":\"" + CARD + "\"}",
                        "{\"a\":\"" + CARD + "",
                        "{\"a\":1,}"))
            assertThatThrownBy(() -> read(body.getBytes(UTF_8), "application/json"))
                    .as(body)
                    .isInstanceOf(HttpMessageNotReadableException.class);
    }

    @Test
    void a_number_is_found_in_every_encoding_that_can_be_read() {
        var body = "{\"ä\":\"" + CARD + "\"}";
        for (var encoding : List.of(UTF_8, UTF_16, ISO_8859_1, Charset.forName("IBM037"))) {
            var type = "application/json;charset=" + encoding.name();
            assertThatThrownBy(() -> read(body.getBytes(encoding), type))
                    .as(type)
                    .isInstanceOf(ErrorResponseException.class);
        }
        assertThatThrownBy(() -> read(body.getBytes(UTF_8), "Application/Problem+JSON"))
                .isInstanceOf(ErrorResponseException.class);
    }

    @Test
    void a_body_without_one_is_handed_on_as_it_is() throws IOException {
        var body = "{\"a\":\"4111\",\"b\":[1,2.5,null]}".getBytes(UTF_8);
        assertThat(read(body, "application/json")).isEqualTo(body);
    }

    @Test
    void a_line_is_searched_whole_however_it_is_read_and_however_long_it_is() throws IOException {
        for (int length : new int[] {0, 10, 65_530, 65_536, 131_065}) {
            var text = "a\n" + "x ".repeat(length / 2) + CARD + " y\nb";
            for (int chunk : new int[] {1, 7, 65_536}) {
                assertThat(searched(text, chunk)).as(length + "/" + chunk).containsExactly(2);
                assertThat(searched(text.replace(CARD, "4111"), chunk)).isEmpty();
            }
        }
    }

    private byte[] read(byte[] body, String type) throws IOException {
        var message =
                new HttpInputMessage() {
                    @Override
                    public InputStream getBody() {
                        return new ByteArrayInputStream(body);
                    }

                    @Override
                    public HttpHeaders getHeaders() {
                        var headers = new HttpHeaders();
                        headers.setContentType(MediaType.parseMediaType(type));
                        return headers;
                    }
                };
        return new CardNumberBodyCheck(json)
                .beforeBodyRead(
                        message,
                        MethodParameter.forExecutable(Object.class.getMethods()[0], -1),
                        Object.class,
                        JacksonJsonHttpMessageConverter.class)
                .getBody()
                .readAllBytes();
    }

    /** The pieces in which a number was found. */
    private static List<Integer> searched(String text, int chunk) throws IOException {
        var found = new ArrayList<Integer>();
        var in = new CardNumberCheckedStream(stream(text), "\n", found::add);
        if (chunk == 1) while (in.read() >= 0) continue;
        else for (var into = new byte[chunk]; in.read(into, 0, chunk) >= 0; ) continue;
        return found.stream().distinct().toList();
    }

    private static ServletInputStream stream(String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(UTF_8));
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}

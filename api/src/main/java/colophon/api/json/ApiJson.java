package colophon.api.json;

import static tools.jackson.databind.cfg.CoercionInputShape.Boolean;
import static tools.jackson.databind.cfg.CoercionInputShape.EmptyString;
import static tools.jackson.databind.cfg.CoercionInputShape.Float;
import static tools.jackson.databind.cfg.CoercionInputShape.Integer;
import static tools.jackson.databind.cfg.CoercionInputShape.String;

import colophon.events.money.Money;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.stereotype.Component;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import java.math.BigDecimal;

/**
 * The JSON of the API. It is read strictly: an unknown or duplicate field is an error of the
 * client. So is a number where text is expected (as for an amount), or text where a number is
 * expected. Nothing is guessed. It is written with amounts as texts and enums as their words; nulls
 * are left out.
 */
@Component
public class ApiJson implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder json) {
        // A method such as isNegative() of a value is not a field of it.
        json.changeDefaultVisibility(v -> v.withIsGetterVisibility(Visibility.NONE))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.READ_ENUMS_USING_TO_STRING);
        refuse(json, LogicalType.Textual, Integer, Float, Boolean);
        refuse(json, LogicalType.Integer, String, EmptyString, Boolean);
        refuse(json, LogicalType.Float, String, EmptyString);
        refuse(json, LogicalType.Boolean, String, EmptyString, Integer);
        refuse(json, LogicalType.Enum, Integer, EmptyString);
        refuse(json, LogicalType.DateTime, Integer, EmptyString);
        refuse(json, LogicalType.OtherScalar, EmptyString);
        json.withConfigOverride(
                        BigDecimal.class,
                        override ->
                                override.setFormat(
                                        JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .changeDefaultPropertyInclusion(
                        always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addMixIn(Money.class, AmountAndCurrency.class)
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class);
    }

    private static void refuse(
            JsonMapper.Builder json, LogicalType type, CoercionInputShape... shapes) {
        json.withCoercionConfig(
                type,
                config -> {
                    for (var shape : shapes) config.setCoercion(shape, CoercionAction.Fail);
                });
    }

    /** Hides methods of Money that look like properties. */
    @JsonIncludeProperties({"amount", "currency"})
    private interface AmountAndCurrency {}
}

package colophon.launcher.http;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads only what was meant: an unknown or doubled field, a number where text is asked (an amount!)
 * or text where a number is asked is a mistake of the client, never something to guess at.
 */
@Component
class StrictJson implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder json) {
        // a question that a value answers about itself ("is it negative?") is no field of it
        json.changeDefaultVisibility(v -> v.withIsGetterVisibility(Visibility.NONE))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> {
                            text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                            text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                            text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                        })
                .withCoercionConfig(
                        LogicalType.Integer,
                        number -> {
                            number.setCoercion(CoercionInputShape.String, CoercionAction.Fail);
                            number.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                            number.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                        })
                .withCoercionConfig(
                        LogicalType.Float,
                        number -> {
                            number.setCoercion(CoercionInputShape.String, CoercionAction.Fail);
                            number.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                        })
                .withCoercionConfig(
                        LogicalType.Boolean,
                        truth -> {
                            truth.setCoercion(CoercionInputShape.String, CoercionAction.Fail);
                            truth.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                            truth.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                        })
                .withCoercionConfig(
                        LogicalType.Enum,
                        word -> {
                            word.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                            word.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                        })
                .withCoercionConfig(
                        LogicalType.DateTime,
                        date -> {
                            date.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                            date.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                        })
                .withCoercionConfig(
                        LogicalType.OtherScalar,
                        value ->
                                value.setCoercion(
                                        CoercionInputShape.EmptyString, CoercionAction.Fail));
    }
}

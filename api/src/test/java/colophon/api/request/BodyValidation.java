package colophon.api.request;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

import java.util.Map;
import java.util.stream.Collectors;

/** Checks bodies as the web layer does. */
final class BodyValidation {

    private static final Validator VALIDATOR =
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator();

    private BodyValidation() {}

    /** The violations of a body: the message by the path of the field. */
    static Map<String, String> mistakes(Object body) {
        return VALIDATOR.validate(body).stream()
                .collect(
                        Collectors.toMap(
                                mistake -> mistake.getPropertyPath().toString(),
                                mistake -> mistake.getMessage()));
    }
}

package colophon.views.reading.http;

import colophon.events.money.Money;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.cfg.EnumFeature;

import java.math.BigDecimal;

/** The JSON of the API: amounts are strings, enums are their words, nulls are left out. */
@Configuration(proxyBeanMethods = false)
public class ApiJsonConfiguration {

    /** What the JSON mapper of the API needs beyond the defaults. */
    @Bean
    public JsonMapperBuilderCustomizer apiJson() {
        return builder ->
                builder.withConfigOverride(
                                BigDecimal.class,
                                override ->
                                        override.setFormat(
                                                JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                        .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                        .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                        .changeDefaultPropertyInclusion(
                                always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .addMixIn(Money.class, AmountAndCurrency.class)
                        .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class);
    }

    /** Hides methods of Money that look like properties. */
    @JsonIncludeProperties({"amount", "currency"})
    private interface AmountAndCurrency {}
}

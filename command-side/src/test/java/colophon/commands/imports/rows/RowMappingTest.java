package colophon.commands.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.api.request.Amount;
import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.events.payment.PaymentMethod;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class RowMappingTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(EnumFeature.READ_ENUMS_USING_TO_STRING).build();

    record Body(
            @NotNull @Identifier String studentId,
            @NotNull @Valid Amount amount,
            @NotNull PaymentMethod method,
            @Nullable @Identifier String id,
            @Nullable @Valid Amount upTo,
            @Nullable Integer courses,
            @Nullable Boolean quote,
            @Nullable Boolean matriculated,
            @Nullable @FreeText(max = 5) String reference,
            @Nullable LocalDate receivedOn,
            @Nullable List<String> covers) {

        @AssertTrue(message = "give no more than one course")
        boolean isWorth() {
            return courses == null || courses <= 1;
        }
    }

    private final RowMapping form = form(null);

    @Test
    void columns_are_the_fields_of_the_request_and_money_has_two() {
        assertThat(form.columns())
                .containsExactly(
                        "studentId",
                        "amount",
                        "currency",
                        "method",
                        "id",
                        "upTo",
                        "upToCurrency",
                        "courses",
                        "matriculated",
                        "reference",
                        "receivedOn");
        assertThat(form.required()).containsExactly("studentId", "amount", "currency", "method");
    }

    @Test
    void a_row_is_the_request_with_the_same_fields() throws Exception {
        var request =
                form.request(
                        row(
                                Map.of(
                                        "id", "p-1",
                                        "courses", "1",
                                        "upTo", "5.00",
                                        "upToCurrency", "USD",
                                        "matriculated", "true",
                                        "receivedOn", "2026-05-01")),
                        "own");
        assertThat(request.id()).isEqualTo("p-1");
        assertThat(request.body())
                .isEqualTo(
                        new Body(
                                "s-1",
                                new Amount("12.50", "USD"),
                                PaymentMethod.BANK_TRANSFER,
                                "p-1",
                                new Amount("5.00", "USD"),
                                1,
                                null,
                                true,
                                null,
                                LocalDate.of(2026, 5, 1),
                                null));
    }

    @Test
    void a_row_without_an_id_gets_the_one_of_its_line() throws Exception {
        assertThat(form.request(row(Map.of("id", "")), "own").id()).isEqualTo("own");
    }

    @Test
    void what_a_path_names_is_a_column_of_its_own() throws Exception {
        var completion = form("enrollmentId");
        assertThat(completion.columns()).startsWith("enrollmentId");
        assertThat(completion.required()).startsWith("enrollmentId");
        assertThat(completion.request(row(Map.of("enrollmentId", "e-1")), "own").id())
                .isEqualTo("e-1");
        assertThatThrownBy(() -> completion.request(row(Map.of("enrollmentId", "")), "own"))
                .hasMessageContaining("enrollmentId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "studentId | 'no id' | studentId must be 1 to 64",
                "studentId | '' | studentId must not be null",
                "amount | 1e3 | amount.amount must be text of plain digits",
                "amount | 0.001 | amount.amount must have at most 2 decimals",
                "amount | -1 | amount.amount must be text of plain digits",
                "amount | '' | amount.amount must be text of plain digits",
                "currency | Usd | amount.currency must be the code",
                "method | gold | method must be one of card, check, bank-transfer",
                "courses | 1.0 | courses must be a whole number",
                "courses | 99999999999 | courses must be a whole number",
                "courses | 2 | give no more than one course",
                "matriculated | yes | matriculated must be true or false",
                "receivedOn | 2026-02-30 | receivedOn must be a day",
                "reference | too long | reference must be 1 to 5"
            })
    void says_which_column_is_wrong_and_not_what_is_in_it(String column, String cell, String says) {
        var row = row(Map.of(column, cell));
        assertThatThrownBy(() -> form.request(row, "own"))
                .isInstanceOfSatisfying(
                        InvalidRowException.class,
                        e -> {
                            assertThat(e.detail()).contains(says);
                            if (cell.length() > 4) assertThat(e.detail()).doesNotContain(cell);
                        });
    }

    @Test
    void names_a_row_by_what_can_be_an_id_only() {
        assertThat(form.named(row(Map.of("id", "p-1")))).isEqualTo("p-1");
        assertThat(form.named(row(Map.of("id", "Ada Lovelace")))).isNull();
        assertThat(form.named(row(Map.of()))).isNull();
    }

    private static RowMapping form(@Nullable String pathColumn) {
        return new RowMapping(
                Body.class,
                pathColumn,
                JSON,
                Validation.buildDefaultValidatorFactory().getValidator());
    }

    private static Map<String, String> row(Map<String, String> cells) {
        var row = new HashMap<>(Map.of("studentId", "s-1", "amount", "12.50"));
        row.put("currency", "USD");
        row.put("method", "bank-transfer");
        row.putAll(cells);
        return row;
    }
}

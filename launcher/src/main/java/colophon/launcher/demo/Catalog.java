package colophon.launcher.demo;

import colophon.commands.institution.RegisterInstitution;
import colophon.commands.offering.ScheduleOffering;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.ListCourse;
import colophon.commands.program.OpenProgram;
import colophon.events.money.Money;
import colophon.events.offering.Delivery;
import colophon.events.requirement.RequirementForm;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The real part: institutions, programs, rules and prices as {@code programs.json} has them, with
 * courses named after the published subjects. The dates, places and class sizes of the offerings
 * are invented where the source is silent.
 */
final class Catalog {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Not in the source: where the days of an institution begin and end. */
    private static final Map<String, String> ZONES =
            Map.of(
                    "rbs", "America/New_York",
                    "calrbs", "America/Los_Angeles",
                    "sjsu", "America/Los_Angeles",
                    "arizona", "America/Phoenix");

    /** What is known of a certificate only as units, or only as a title, cannot be entered yet. */
    private static final Set<String> NODES = Set.of("courses", "within", "allOf");

    private static final int USUAL_CLASS = 12;

    private final List<Object> commands = new ArrayList<>();
    private final List<ScheduleOffering> offerings = new ArrayList<>();
    private final int thisYear;

    private Catalog(int thisYear) {
        this.thisYear = thisYear;
    }

    /** The catalog with offerings of four past years, this one and the next. */
    static Catalog of(LocalDate today) {
        var catalog = new Catalog(today.getYear());
        try (InputStream facts = Catalog.class.getResourceAsStream("/demo/programs.json")) {
            JSON.readTree(facts).get("institutions").forEach(catalog::institution);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalog;
    }

    /** In an order in which each finds what it refers to. */
    List<Object> commands() {
        return commands;
    }

    /** The offerings among the commands, by start. */
    List<ScheduleOffering> offerings() {
        return offerings;
    }

    private void institution(JsonNode institution) {
        var id = institution.get("id").asString();
        var currency = Currency.getInstance(institution.get("currency").asString());
        var zone = ZoneId.of(ZONES.getOrDefault(id, "UTC"));
        commands.add(
                new RegisterInstitution(id, institution.get("name").asString(), currency, zone));
        institution.get("programs").forEach(program -> program(institution, program));
    }

    private void program(JsonNode institution, JsonNode program) {
        var id = program.get("id").asString();
        var institutionName = institution.get("name").asString();
        var name = program.has("name") ? program.get("name").asString() : institutionName;
        commands.add(new OpenProgram(id, institution.get("id").asString(), name));
        var requirement = program.get("requirement");
        if (requirement == null || !expressible(requirement)) return;
        var subjects = subjects(institution, program);
        var courses = courses(id, subjects);
        commands.addAll(courses);
        var form = RequirementForm.read(JSON.convertValue(requirement, Map.class));
        commands.add(new DefineCertificate(id, id, certificate(program, name), "automatic", form));
        schedule(institution, program, courses);
    }

    private static String certificate(JsonNode program, String name) {
        var kind = program.get("kind");
        return kind == null ? name : name + ", " + kind.asString();
    }

    private static boolean expressible(JsonNode requirement) {
        return requirement.propertyNames().stream().allMatch(NODES::contains);
    }

    private static List<String> subjects(JsonNode institution, JsonNode program) {
        var source =
                program.has("subjects") ? program.get("subjects") : institution.get("subjects");
        return source.valueStream().map(JsonNode::asString).toList();
    }

    /** Two courses a subject. */
    private static List<ListCourse> courses(String programId, List<String> subjects) {
        return subjects.stream()
                .flatMap(
                        subject ->
                                IntStream.rangeClosed(1, 2)
                                        .mapToObj(part -> course(programId, subject, part)))
                .toList();
    }

    private static ListCourse course(String programId, String subject, int part) {
        var id = programId + "." + subject.replaceAll("[^a-z]+", "-") + "-" + part;
        var title = Character.toUpperCase(subject.charAt(0)) + subject.substring(1);
        return new ListCourse(
                id, programId, title + " " + "I".repeat(part), null, null, List.of(subject));
    }

    private void schedule(JsonNode institution, JsonNode program, List<ListCourse> courses) {
        var price = program.get("tuitionPerCourse");
        var tuition =
                new Money(
                        new BigDecimal(price.get("amount").asString()),
                        Currency.getInstance(price.get("currency").asString()));
        for (int year = thisYear - 4; year <= thisYear + 1; year++)
            for (int n = 0; n < courses.size(); n++) {
                var offering = offering(institution, program, courses.get(n), year, n, tuition);
                commands.add(offering);
                offerings.add(offering);
            }
    }

    private static ScheduleOffering offering(
            JsonNode institution,
            JsonNode program,
            ListCourse course,
            int year,
            int n,
            Money tuition) {
        var startsOn = LocalDate.of(year, Month.JUNE, 1).plusWeeks(n).with(DayOfWeek.MONDAY);
        var capacity =
                program.has("typicalCapacity")
                        ? program.get("typicalCapacity").asInt()
                        : USUAL_CLASS;
        return new ScheduleOffering(
                course.courseId() + "." + year,
                course.courseId(),
                startsOn,
                startsOn.plusDays(4),
                capacity,
                tuition,
                Delivery.IN_PERSON,
                institution.get("host").asString(),
                due(program, startsOn));
    }

    /** Tuition is due so long before the start where the source says so, else when enrolling. */
    private static @Nullable LocalDate due(JsonNode program, LocalDate startsOn) {
        return program.has("tuitionDue")
                ? startsOn.minus(Period.parse(program.at("/tuitionDue/before").asString()))
                : null;
    }
}

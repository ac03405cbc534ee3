package colophon.launcher.demo;

import colophon.commands.institution.RegisterInstitution;
import colophon.commands.offering.ScheduleOffering;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.ListCourse;
import colophon.commands.program.OpenProgram;
import colophon.events.money.Money;
import colophon.events.offering.Delivery;
import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The real part of the demonstration: institutions, programs, rules and prices from {@code
 * programs.json}, with courses named after the published subjects or pathways. Dates, places, class
 * sizes and the units of a course are invented where the source does not give them. A program
 * without a published tuition has no offerings.
 */
final class DemonstrationCatalog {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Not in the source: the time zone of each institution. */
    private static final Map<String, String> ZONES =
            Map.of(
                    "rbs", "America/New_York",
                    "calrbs", "America/Los_Angeles",
                    "sjsu", "America/Los_Angeles",
                    "arizona", "America/Phoenix");

    /**
     * Not in the source: the units of a course, and the number of courses of a pathway or program.
     */
    private static final BigDecimal UNITS = BigDecimal.valueOf(3);

    private static final int COURSES = 6;
    private static final int MONTHS_OF_A_SEMESTER = 6;

    private static final int USUAL_CLASS = 12;
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI");

    private final List<Object> commands = new ArrayList<>();
    private final List<ScheduleOffering> offerings = new ArrayList<>();
    private final int thisYear;

    private DemonstrationCatalog(int thisYear) {
        this.thisYear = thisYear;
    }

    /** The catalog, with offerings of the past four years, this year and the next. */
    static DemonstrationCatalog of(LocalDate today) {
        var catalog = new DemonstrationCatalog(today.getYear());
        try (InputStream facts =
                DemonstrationCatalog.class.getResourceAsStream("/demo/programs.json")) {
            JSON.readTree(facts).get("institutions").forEach(catalog::institution);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalog;
    }

    /** In an order in which each command finds what it refers to. */
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
        var asked = program.has("requirement") ? program : institution;
        var form = RequirementForm.read(JSON.convertValue(asked.get("requirement"), Map.class));
        var pathways = pathways(id, program);
        var courses = courses(institution, program, name, pathways);
        commands.addAll(courses);
        commands.add(
                new DefineCertificate(
                        id,
                        id,
                        certificate(program, name),
                        "automatic",
                        form,
                        pathways,
                        lapse(program)));
        if (program.has("tuitionPerCourse")) schedule(institution, program, courses);
    }

    private static List<Pathway> pathways(String programId, JsonNode program) {
        return program.path("pathways")
                .valueStream()
                .map(JsonNode::asString)
                .map(title -> new Pathway(slug(title), title, ids(programId, title)))
                .toList();
    }

    private static @Nullable Lapse lapse(JsonNode program) {
        if (!program.has("lapse")) return null;
        var semesters = program.at("/lapse/semestersWithoutEnrollment").asInt();
        return new Lapse(
                Period.ofMonths(MONTHS_OF_A_SEMESTER * semesters),
                Period.ofMonths(MONTHS_OF_A_SEMESTER * program.at("/leave/semesters").asInt()));
    }

    private static String certificate(JsonNode program, String name) {
        var kind = program.get("kind");
        return kind == null ? name : name + ", " + kind.asString();
    }

    /**
     * Two courses for each subject where subjects are known; else some for each pathway, or for the
     * program.
     */
    private static List<ListCourse> courses(
            JsonNode institution, JsonNode program, String name, List<Pathway> pathways) {
        var id = program.get("id").asString();
        var source = program.has("subjects") ? program : institution;
        var courses = new ArrayList<ListCourse>();
        for (var subject : source.path("subjects"))
            for (int part = 1; part <= 2; part++)
                courses.add(course(id, subject.asString(), part, null));
        if (!courses.isEmpty()) return courses;
        for (var title : pathways.isEmpty() ? List.of(name) : titles(pathways))
            for (int part = 1; part <= COURSES; part++) courses.add(course(id, title, part, UNITS));
        if (program.has("project")) {
            var project = program.get("project").asString();
            courses.add(
                    new ListCourse(id + "." + slug(project), id, project, null, null, List.of()));
        }
        return courses;
    }

    private static List<String> titles(List<Pathway> pathways) {
        return pathways.stream().map(Pathway::title).toList();
    }

    private static List<String> ids(String programId, String title) {
        return IntStream.rangeClosed(1, COURSES)
                .mapToObj(part -> courseId(programId, title, part))
                .toList();
    }

    private static String courseId(String programId, String subject, int part) {
        return programId + "." + slug(subject) + "-" + part;
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    private static ListCourse course(
            String programId, String subject, int part, @Nullable BigDecimal units) {
        var title = Character.toUpperCase(subject.charAt(0)) + subject.substring(1);
        return new ListCourse(
                courseId(programId, subject, part),
                programId,
                title + " " + ROMAN.get(part - 1),
                null,
                units,
                List.of(subject));
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

    /** Tuition is due that long before the start if the source says so, else on enrollment. */
    private static @Nullable LocalDate due(JsonNode program, LocalDate startsOn) {
        return program.has("tuitionDue")
                ? startsOn.minus(Period.parse(program.at("/tuitionDue/before").asString()))
                : null;
    }
}

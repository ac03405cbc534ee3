package colophon.model.naive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The program written from the words of the domain: every query searches from the front and sums
 * again.
 */
public final class Naive extends Seats {

    private record Answered(String request, int status) {}

    private final Map<String, Answered> keys = new HashMap<>();
    private final Map<String, Integer> statuses;

    /**
     * An empty state.
     *
     * @param statuses the HTTP status of each reason in the list of problems
     */
    public Naive(Instant now, Map<String, Integer> statuses) {
        super(now);
        this.statuses = statuses;
    }

    /** The status of a reason. */
    public int status(String word) {
        return requireNonNull(statuses.get(word), word);
    }

    /**
     * The expected answer to this step. When it returns, time has passed and nothing else has
     * happened.
     */
    public Verdict expect(Step step) {
        now = now.plusSeconds(step.hours() * 3600L);
        pending = () -> {};
        if (!Forms.fits(step)) return Verdict.refused("invalid-body");
        if (step.key() == null) return decide(step);
        var request = step.method() + step.path() + step.body();
        var before = keys.get(step.key());
        if (before == null) return decide(step);
        return before.request.equals(request)
                ? again(before.status)
                : Verdict.refused("key-reused");
    }

    private static Verdict again(int status) {
        var verdict = Verdict.done(status);
        verdict.replay = true;
        return verdict;
    }

    /** Applies the step after this answer. */
    public void answered(Step step, Verdict verdict, int status) {
        boolean quoted = Boolean.TRUE.equals(step.body().get("quote"));
        if (quoted) return; // nothing happened, and no answer is kept
        if (status < 400 && !verdict.replay) verdict.effect.run();
        confer();
        if (status == 201 && !verdict.replay) pending.run();
        if (step.key() != null && status != 400 && !verdict.refusals.contains("key-reused"))
            keys.putIfAbsent(
                    step.key(), new Answered(step.method() + step.path() + step.body(), status));
    }

    private Verdict decide(Step step) {
        var body = new Body(step.body());
        var path = step.path().split("/");
        var id = path.length > 2 ? path[2] : "";
        return switch (Forms.route(step)) {
            case "POST /institutions" -> registerInstitution(body);
            case "POST /programs" -> openProgram(body);
            case "POST /programs/*/courses" -> listCourse(id, body);
            case "POST /programs/*/certificates" -> defineCertificate(id, body);
            case "POST /offerings" -> schedule(body);
            case "POST /students" -> registerStudent(body);
            case "POST /students/*/candidacies" -> declare(id, body);
            case "POST /enrollments" -> enroll(body);
            case "POST /offerings/*/cancellation" -> of(id, o -> cancelOffering(o, body));
            case "POST /offerings/*/lapses" -> of(id, this::lapse);
            case "PUT /offerings/*/refund-policy" -> of(id, o -> reviseTerms(o, body));
            case "POST /enrollments/*/acceptance" -> to(id, e -> acceptApplication(e, body));
            case "POST /enrollments/*/seat-offer" -> to(id, e -> offerSeat(e, body));
            case "POST /enrollments/*/confirmation" -> to(id, this::confirm);
            case "POST /enrollments/*/decline" -> to(id, e -> decline(e, body));
            case "POST /enrollments/*/withdrawal" -> to(id, e -> withdraw(e, body));
            case "POST /enrollments/*/cancellation" -> to(id, e -> cancel(e, body));
            case "POST /enrollments/*/transfer" -> to(id, e -> transfer(e, body));
            case "POST /enrollments/*/deferral" -> to(id, e -> defer(e, body));
            case "POST /enrollments/*/reinstatement" -> to(id, e -> reinstate(e, body));
            case "POST /enrollments/*/completion" -> to(id, e -> complete(e, body));
            case "POST /enrollments/*/completion/reversal" ->
                    to(id, e -> reverseCompletion(e, body));
            case "POST /charges" -> bill(body);
            case "POST /students/*/accounts/*/charges/*/reversal" ->
                    lower(id, path[4], path[6], "reversal", body);
            case "POST /students/*/accounts/*/charges/*/write-off" ->
                    lower(id, path[4], path[6], "write-off", body);
            case "POST /students/*/accounts/*/plans" -> agree(id, path[4], body);
            case "POST /students/*/accounts/*/plans/*/end" -> endPlan(id, path[4], path[6]);
            case "POST /students/*/accounts/*/locks" -> lock(id, path[4], body);
            case "POST /students/*/accounts/*/locks/*/removal" -> unlock(id, path[4], path[6]);
            case "POST /funds/*/expiries" -> expire(id);
            case "POST /awards/*/reduction" -> reduce(id, body);
            case "POST /payments/*/reversal" -> reversePayment(id, body);
            case "POST /expenses/*/reversal" -> reverseExpense(id, body);
            case "POST /funds" -> establish(body);
            case "POST /funds/*/contributions" -> contribute(id, body);
            case "POST /awards" -> award(body);
            case "POST /awards/*/acceptance" -> accept(id);
            case "POST /awards/*/release" -> end(id, body, "released");
            case "POST /awards/*/revocation" -> end(id, body, "revoked");
            case "POST /payments" -> pay(body);
            case "POST /payments/*/refunds" -> refund(id, body);
            case "POST /expenses" -> spend(body);
            default -> throw new IllegalArgumentException(step.toString());
        };
    }

    private Verdict to(String id, Function<Enrollment, Verdict> move) {
        var e = enrollments.get(id);
        return e == null ? Verdict.refused("enrollment-not-found") : move.apply(e);
    }

    private Verdict of(String id, Function<Offering, Verdict> move) {
        var offering = offerings.get(id);
        return offering == null ? Verdict.refused("offering-not-found") : move.apply(offering);
    }

    private Verdict registerInstitution(Body b) {
        var repeated = repeated("institution", b, Map.of("zone", "UTC"), Map.of());
        if (repeated != null) return repeated;
        return new Verdict()
                .otherwise(
                        201,
                        () ->
                                institutions.put(
                                        b.text("id"),
                                        new Institution(
                                                b.text("id"),
                                                b.text("currency"),
                                                ZoneId.of(
                                                        b.has("zone") ? b.text("zone") : "UTC"))));
    }

    private Verdict openProgram(Body b) {
        if (!institutions.containsKey(b.text("institutionId")))
            return Verdict.refused("institution-not-found");
        var repeated = repeated("program", b, Map.of(), Map.of());
        if (repeated != null) return repeated;
        return new Verdict()
                .otherwise(201, () -> programs.put(b.text("id"), b.text("institutionId")));
    }

    private Verdict listCourse(String program, Body b) {
        if (!programs.containsKey(program)) return Verdict.refused("program-not-found");
        var repeated = repeated("course", b, Map.of(), Map.of("of", program));
        if (repeated != null) return repeated;
        return new Verdict()
                .otherwise(
                        201,
                        () ->
                                courses.add(
                                        new Course(b.text("id"), program, programs.get(program))));
    }

    private Verdict defineCertificate(String program, Body b) {
        if (!programs.containsKey(program)) return Verdict.refused("program-not-found");
        var verdict = new Verdict();
        for (var named : named((Map<?, ?>) b.given("requirement")))
            verdict.because(
                    courses.stream().noneMatch(c -> c.id().equals(named)), "course-not-found");
        var repeated =
                repeated("certificate", b, Map.of("conferral", "automatic"), Map.of("of", program));
        if (repeated != null) return or(repeated, verdict);
        return verdict.otherwise(
                201,
                () ->
                        certificates.put(
                                b.text("id"),
                                new Certificate(
                                        b.text("id"),
                                        program,
                                        programs.get(program),
                                        (Map<?, ?>) b.given("requirement"))));
    }

    /** Every course that a tree names. */
    private static List<String> named(Map<?, ?> tree) {
        var named = new ArrayList<String>();
        for (var value : tree.values()) {
            if (value instanceof Map<?, ?> node) named.addAll(named(node));
            if (value instanceof List<?> list)
                for (var one : list)
                    if (one instanceof Map<?, ?> node) named.addAll(named(node));
                    else named.add(String.valueOf(one));
        }
        return named;
    }

    private Verdict schedule(Body b) {
        Course course = null;
        for (var one : courses) if (one.id().equals(b.text("courseId"))) course = one;
        if (course == null) return Verdict.refused("course-not-found");
        var institution = course.institution();
        var repeated =
                repeated(
                        "offering",
                        b,
                        Map.of(
                                "delivery",
                                "in-person",
                                "admission",
                                "open",
                                "confirmWithin",
                                "P14D"),
                        Map.of());
        var verdict =
                new Verdict()
                        .because(wrongCurrency(b, "tuition", institution), "currency-mismatch")
                        .because(
                                b.has("deposit") && wrongCurrency(b, "deposit", institution),
                                "currency-mismatch")
                        .because(feeIsWrong(b, institution), "currency-mismatch")
                        .because(
                                b.amount("deposit") > b.amount("tuition"),
                                "deposit-exceeds-tuition")
                        .because(
                                LocalDate.parse(b.text("endsOn"))
                                        .isBefore(LocalDate.parse(b.text("startsOn"))),
                                "dates-out-of-order");
        if (repeated != null) return or(repeated, verdict);
        return verdict.otherwise(
                201,
                () ->
                        offerings.put(
                                b.text("id"),
                                new Offering(b.text("id"), b.text("courseId"), institution, b)));
    }

    private Verdict registerStudent(Body b) {
        var repeated = repeated("student", b, Map.of(), Map.of());
        if (repeated != null) return repeated;
        return new Verdict().otherwise(201, () -> students.add(b.text("id")));
    }

    private Verdict declare(String student, Body b) {
        var certificate = certificates.get(b.text("certificateId"));
        var verdict =
                new Verdict()
                        .because(!students.contains(student), "student-not-found")
                        .because(certificate == null, "certificate-not-found");
        if (verdict.refuses() || certificate == null) return verdict;
        var today = today(certificate.institution()).toString();
        var asked = new LinkedHashMap<>(b.fields());
        asked.put("id", student + " " + certificate.id());
        var repeated =
                repeated(
                        "candidacy",
                        new Body(asked),
                        Map.of("matriculated", false),
                        Map.of(),
                        Map.of("declaredOn", today));
        if (repeated != null) {
            if (repeated.refusals.remove("id-taken")) repeated.refusals.add("already-declared");
            return repeated;
        }
        return verdict.otherwise(
                201, () -> candidacies.add(new Candidacy(student, certificate.id())));
    }
}

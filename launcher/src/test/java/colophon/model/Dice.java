package colophon.model;

import colophon.model.naive.Forms;
import colophon.model.naive.Step;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random requests about few people and things, so that much happens to each. They do not depend on
 * earlier requests, so any part of a history is a history too.
 */
final class Dice {

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final List<String> STUDENTS = List.of("@s-1", "@s-2", "@s-3", "@s-4", "@s-5");
    private static final List<String> OFFERINGS = List.of("@o-1", "@o-2", "@o-3", "@o-4");

    private final Random random;

    /**
     * The kind of request that is most frequent in a history; a history of all kinds would have
     * little of each.
     */
    private enum Mood {
        ANYTHING,
        AWARDS,
        LEAVING,
        WAITING,
        STUDYING,
        BILLING
    }

    private final List<String> enrollments = new ArrayList<>();
    private final List<String> awards = new ArrayList<>();
    private final List<String> payments = new ArrayList<>();
    private final List<String> plans = new ArrayList<>();
    private final List<String> locks = new ArrayList<>();
    private final List<String> tuitions = new ArrayList<>();

    /** The request that must come next, or null for any. */
    private @Nullable Step next;

    private final Mood mood;
    private final int people;

    Dice(long seed) {
        random = new Random(seed);
        mood = one(Mood.values());
        people = mood == Mood.WAITING ? 5 : upTo(3);
    }

    /** A small school, and then a number of requests. */
    List<Step> history(int length) {
        var steps = new ArrayList<Step>(school());
        for (int i = 1; i <= (mood == Mood.WAITING ? 5 : people); i++) steps.add(enroll("@e-" + i));
        steps.forEach(this::remember);
        while (steps.size() < length) {
            var step = odd(step(), steps);
            steps.add(step);
            remember(step);
        }
        return steps;
    }

    /** Remembers what was asked for: later requests are mostly about such things. */
    private void remember(Step step) {
        var id = String.valueOf(step.body().get("id"));
        var path = step.path();
        if (!Forms.fits(step)) return;
        if (path.equals("/enrollments")) enrollments.add(id);
        if (path.equals("/awards")) awards.add(id);
        if (path.equals("/payments")) payments.add(id);
        if (path.endsWith("/plans")) plans.add(path + "/" + id);
        if (path.endsWith("/locks")) locks.add(path + "/" + id);
        if (path.equals("/offerings") && step.body().get("tuition") instanceof Map<?, ?> tuition)
            tuitions.add(String.valueOf(tuition.get("amount")));
    }

    /** One of these ids nine times out of ten, if there are any. */
    private String known(List<String> ids, String otherwise) {
        return ids.isEmpty() || chance(10) ? otherwise : one(ids);
    }

    private List<Step> school() {
        var steps = new ArrayList<Step>();
        steps.add(
                post(
                        "/institutions",
                        "id",
                        "@ucla",
                        "name",
                        "UCLA",
                        "currency",
                        "USD",
                        "zone",
                        "America/Los_Angeles"));
        steps.add(
                post(
                        "/institutions",
                        "id",
                        "@keio",
                        "name",
                        "Keio",
                        "currency",
                        "JPY",
                        "zone",
                        "Asia/Tokyo"));
        steps.add(post("/programs", "id", "@rbs", "institutionId", "@ucla", "name", "Rare books"));
        steps.add(post("/programs", "id", "@kpr", "institutionId", "@keio", "name", "Prints"));
        for (int i = 1; i <= 3; i++)
            steps.add(post("/programs/@rbs/courses", "id", "@c-" + i, "title", "Course " + i));
        steps.add(post("/programs/@kpr/courses", "id", "@c-4", "title", "Course 4"));
        steps.add(certificate("@cert-1", "@rbs"));
        steps.add(certificate("@cert-2", one("@rbs", "@kpr")));
        for (var student : STUDENTS.subList(0, people))
            steps.add(
                    post(
                            "/students",
                            "id",
                            student,
                            "givenName",
                            "Ada",
                            "familyName",
                            student.substring(1)));
        for (int i = 1; i <= 4; i++) steps.add(offering("@o-" + i, "@c-" + i));
        for (int i = 1; i <= 2; i++) steps.add(fund("@f-" + i));
        for (var student : STUDENTS.subList(0, people))
            if (chance(70))
                steps.add(
                        post("/students/" + student + "/candidacies", "certificateId", "@cert-1"));
        return steps;
    }

    private Step step() {
        var following = next;
        next = null;
        if (following != null) return following;
        if (chance(mood == Mood.WAITING ? 75 : 50))
            switch (mood) {
                case AWARDS:
                    return chance(60) ? award() : chance(60) ? enroll() : change();
                case LEAVING:
                    return chance(60) ? move() : chance(60) ? enroll() : pay();
                case WAITING:
                    return chance(65) ? waiting() : enroll();
                case STUDYING:
                    return chance(50) ? complete() : enroll();
                case BILLING:
                    return chance(60) ? bill() : chance(50) ? pay() : enroll();
                default:
            }
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> enroll();
            case 4, 5, 6, 7, 8 -> move();
            case 9, 10 -> complete();
            case 11 ->
                    post(
                            "/enrollments/"
                                    + known(enrollments, enrollment())
                                    + "/completion/reversal",
                            "reason",
                            reason());
            case 12, 13 -> award();
            case 14 -> change();
            case 15, 16, 17 -> pay();
            case 18 -> refund();
            case 19 -> spend();
            case 20, 21 -> bill();
            case 22 ->
                    some(
                            post(
                                    "/students/" + student() + "/candidacies",
                                    "certificateId",
                                    "@cert-" + upTo(3)),
                            "matriculated",
                            chance(50),
                            "declaredOn",
                            day(-900, 30));
            default ->
                    chance(40)
                            ? offering("@o-" + upTo(5), "@c-" + upTo(5))
                            : chance(50)
                                    ? fund("@f-" + fund())
                                    : post(
                                            "/funds/@f-" + fund() + "/contributions",
                                            "amount",
                                            money());
        };
    }

    /** A change of an enrollment or an offering. */
    private Step move() {
        var e = "/enrollments/" + known(enrollments, enrollment());
        return switch (random.nextInt(15)) {
            case 0 -> some(post(e + "/acceptance"), "confirmBy", day(-2, 20));
            case 1 -> some(post(e + "/seat-offer"), "confirmBy", day(-2, 20));
            case 2, 3 -> post(e + "/confirmation");
            case 4 -> post(e + "/decline", "reason", reason());
            case 5, 6, 7 -> withdraw(e);
            case 8 -> post(e + "/cancellation", "reason", reason());
            case 9, 10 ->
                    some(
                            post(e + "/transfer", "offeringId", one(OFFERINGS), "reason", reason()),
                            "effectiveOn",
                            day(-20, 30));
            case 11 -> some(post(e + "/deferral", "reason", reason()), "effectiveOn", day(-20, 30));
            case 12 ->
                    some(
                            post(e + "/reinstatement", "reason", reason()),
                            "effectiveOn",
                            day(-20, 30));
            case 13 ->
                    chance(40)
                            ? post("/offerings/@o-" + upTo(5) + "/cancellation", "reason", reason())
                            : new Step(
                                    0,
                                    "PUT",
                                    "/offerings/@o-" + upTo(5) + "/refund-policy",
                                    new LinkedHashMap<>(
                                            Map.of("refundPolicy", policy(), "reason", reason())),
                                    null);
            default -> post("/offerings/@o-" + upTo(4) + "/lapses");
        };
    }

    /** Requests about applications, waitlists and offered seats. */
    private Step waiting() {
        var e = "/enrollments/" + known(enrollments, enrollment());
        switch (random.nextInt(8)) {
            case 0, 1, 2:
                next = chance(70) ? post(e + "/confirmation") : null;
                return some(
                        post(e + (chance(60) ? "/acceptance" : "/seat-offer")),
                        "confirmBy",
                        day(7, 30));
            case 3, 4:
                return post(e + "/confirmation");
            case 5:
                return post(e + "/decline", "reason", reason());
            case 6:
                next = post("/enrollments/" + one(enrollments) + "/confirmation");
                return withdraw(e);
            default:
                return chance(60) ? withdraw(e) : post("/offerings/@o-1/lapses");
        }
    }

    private Step withdraw(String e) {
        var step = some(post(e + "/withdrawal", "reason", reason()), "effectiveOn", day(-20, 30));
        if (chance(20))
            step =
                    with(
                            step,
                            "override",
                            locks.isEmpty()
                                    ? Map.of("percent", one(5, 20, 50), "reason", "kind")
                                    : Map.of("amount", money(), "reason", "kind"));
        return chance(15) ? with(step, "quote", true) : step;
    }

    private Map<String, Object> policy() {
        var tiers = new ArrayList<Object>();
        for (int i = 0; i < upTo(3); i++) {
            var tier = new LinkedHashMap<String, Object>();
            if (chance(30)) tier.put("withinDays", one(0, 7, 14));
            else tier.put("until", one("P-14D", "P0D", "P7D", "P1M"));
            tier.put("percent", one(100, 90, 50, 33, 0));
            if (chance(30)) tier.put("of", one(List.of("tuition"), List.of("deposit", "fee")));
            tiers.add(tier);
        }
        var policy = new LinkedHashMap<String, Object>();
        policy.put("tiers", tiers);
        if (chance(30)) policy.put("fee", usd(one("50.00", "0.01", "2000.00")));
        if (chance(40)) policy.put("nonRefundable", List.of("deposit"));
        if (chance(50)) policy.put("overrideUpTo", one(10, 50, 100));
        return policy;
    }

    /** A change of an award, a payment or an expense. */
    private Step change() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> post("/awards/" + known(awards, award0()) + "/acceptance");
            case 2, 3 ->
                    post(
                            "/awards/"
                                    + known(awards, award0())
                                    + "/"
                                    + one("release", "revocation"),
                            "reason",
                            reason());
            case 4 ->
                    post(
                            "/awards/" + known(awards, award0()) + "/reduction",
                            "amount",
                            money(),
                            "reason",
                            reason());
            case 5 -> post("/funds/@f-" + fund() + "/expiries");
            case 6, 7 ->
                    post(
                            "/payments/" + known(payments, payment()) + "/reversal",
                            "reason",
                            reason());
            default -> post("/expenses/@x-" + upTo(4) + "/reversal", "reason", reason());
        };
    }

    /** Fees, corrections, plans and locks. */
    private Step bill() {
        int whose = random.nextInt(people);
        var account =
                "/students/"
                        + student("@x-" + whose)
                        + "/accounts/"
                        + (chance(95) ? "@ucla" : "@keio");
        var charge =
                chance(70)
                        ? alike("@e-", 6, whose)
                                + ":"
                                + one("tuition", "tuition", "tuition", "deposit", "tuition.2")
                        : "@l-" + upTo(4);
        boolean byAward = chance(50);
        return switch (random.nextInt(15)) {
            case 0, 1, 2 ->
                    some(
                            post(
                                    "/charges",
                                    "id",
                                    "@l-" + upTo(4),
                                    "studentId",
                                    student(),
                                    "institutionId",
                                    "@ucla",
                                    "amount",
                                    usd(one("25.00", "100.00", "0.07")),
                                    "kind",
                                    one("fee", "late-fee"),
                                    "description",
                                    "A fee"),
                            "enrollmentId",
                            enrollment(),
                            "chargedOn",
                            day(-10, 5),
                            "dueOn",
                            day(-10, 30));
            case 3, 4 ->
                    some(
                            post(account + "/charges/" + charge + "/reversal", "reason", reason()),
                            "amount",
                            money());
            case 5 ->
                    some(
                            post(account + "/charges/" + charge + "/write-off", "reason", reason()),
                            "amount",
                            money());
            case 6, 10, 11 -> plan(account);
            case 7 ->
                    chance(50)
                            ? post(
                                    known(plans, account + "/plans/@n-1") + "/end",
                                    "reason",
                                    reason())
                            : post(
                                    known(locks, account + "/locks/@k-1") + "/removal",
                                    "reason",
                                    reason());
            default ->
                    with(
                            post(
                                    account + "/locks",
                                    "id",
                                    "@k-" + upTo(2),
                                    "chargeId",
                                    chance(80) ? alike("@e-", 6, whose) + ":tuition" : charge,
                                    "amount",
                                    usd(one("100.00", "333.33", "0.01")),
                                    "reason",
                                    reason()),
                            byAward ? "awardId" : "paymentId",
                            alike(byAward ? "@a-" : "@p-", 5, whose));
        };
    }

    private Step plan(String account) {
        var first = TODAY.plusDays(random.nextInt(60));
        var all =
                mood == Mood.BILLING
                        ? one("1200.00", "1200.00", "2400.00", "1300.00")
                        : known(tuitions, "25.00");
        var parts = new ArrayList<Object>();
        if (chance(50)) parts.add(Map.of("dueOn", first.toString(), "amount", usd(all)));
        else {
            parts.add(Map.of("dueOn", first.toString(), "amount", usd("10.50")));
            var rest = new BigDecimal(all).subtract(new BigDecimal("10.50"));
            parts.add(
                    Map.of(
                            "dueOn",
                            first.plusDays(random.nextInt(20)).toString(),
                            "amount",
                            usd(rest.toPlainString())));
        }
        var id = "@n-" + upTo(3);
        if (chance(30)) next = post(account + "/plans/" + id + "/end", "reason", reason());
        return post(account + "/plans", "id", id, "instalments", parts);
    }

    private Step certificate(String id, String program) {
        return post(
                "/programs/" + program + "/certificates",
                "id",
                id,
                "title",
                "Certificate",
                "requirement",
                requirement(2, program));
    }

    private Map<String, Object> requirement(int depth, String program) {
        var tree = new LinkedHashMap<String, Object>();
        if (depth > 0 && chance(40)) {
            var parts = new ArrayList<Object>();
            for (int i = 0; i < upTo(3); i++) parts.add(requirement(depth - 1, program));
            tree.put("allOf", parts);
        } else {
            var list =
                    program.equals("@kpr")
                            ? List.of("@c-4")
                            : chance(50)
                                    ? List.of("@c-1", "@c-2", "@c-3")
                                    : List.of("@c-2", "@c-3");
            var of = chance(40) ? list : one("program", "any");
            tree.put(
                    "courses",
                    Map.of(
                            "count",
                            upTo(of instanceof List<?> named ? Math.min(2, named.size()) : 4),
                            "of",
                            of));
        }
        if (chance(50)) tree.put("within", one("P1Y", "P8Y", "P400D", "P1M"));
        return tree;
    }

    private Step offering(String id, String course) {
        var starts = LocalDate.parse(day(-20, mood == Mood.WAITING ? 60 : 40));
        var step =
                some(
                        post(
                                "/offerings",
                                "id",
                                id,
                                "courseId",
                                course,
                                "startsOn",
                                starts.toString(),
                                "endsOn",
                                starts.plusDays(mood == Mood.WAITING ? 60 : random.nextInt(30))
                                        .toString(),
                                "capacity",
                                mood == Mood.WAITING ? 1 : upTo(3),
                                "tuition",
                                price(course)),
                        "dueOn",
                        day(-20, 40),
                        "deposit",
                        course.equals("@c-4") ? price(course) : usd(one("250.00", "1200.00")),
                        "depositDueOn",
                        day(-20, 40),
                        "admission",
                        mood == Mood.BILLING ? "open" : one("open", "application"),
                        "waitlist",
                        one("fifo", "instructor-pick"),
                        "confirmWithin",
                        one("P0D", "P7D", "P14D"),
                        "refundPolicy",
                        policy());
        if (mood != Mood.WAITING) return step;
        return with(step, "waitlist", one("fifo", "instructor-pick"));
    }

    private Map<String, Object> price(String course) {
        return course.equals("@c-4")
                ? Map.of("amount", one("90000", "120000"), "currency", "JPY")
                : Map.of(
                        "amount",
                        mood == Mood.BILLING ? "1200.00" : one("1395.00", "1200.00", "1100.50"),
                        "currency",
                        "USD");
    }

    private Step fund(String id) {
        var step =
                post(
                        "/funds",
                        "id",
                        id,
                        "institutionId",
                        chance(90) ? "@ucla" : "@keio",
                        "name",
                        "Friends",
                        "budget",
                        usd(mood == Mood.AWARDS ? "20000.00" : one("900.00", "2500.00", "5000.00")),
                        "fundedBy",
                        one("program", "external"));
        step =
                some(
                        step,
                        "covers",
                        one(
                                List.of("tuition"),
                                List.of("tuition", "deposit", "fee"),
                                List.of("deposit", "expense"),
                                List.of("tuition", "expense")));
        return mood == Mood.AWARDS
                ? step
                : some(
                        step,
                        "opensOn",
                        day(-20, 10),
                        "closesOn",
                        day(-2, 60),
                        "activeAwardsPerStudent",
                        upTo(2),
                        "activeAwardsPerInstitution",
                        upTo(2));
    }

    private Step enroll() {
        return enroll(enrollment());
    }

    private Step enroll(String id) {
        return some(
                post("/enrollments", "id", id, "studentId", student(id), "offeringId", offering()),
                "effectiveOn",
                day(-30, 30));
    }

    private Step complete() {
        return some(
                post(
                        "/enrollments/" + known(enrollments, enrollment()) + "/completion",
                        "outcome",
                        chance(80) ? "completed" : "not-completed"),
                "grade",
                one("A", "B", "C-"),
                "completedOn",
                day(-500, 60));
    }

    private Step award() {
        var id = award0();
        var student = student(id);
        var step = post("/awards", "id", id, "fundId", "@f-" + fund(), "studentId", student);
        int whose = STUDENTS.indexOf(student);
        if (chance(30)) step = with(step, "courses", 1);
        else step = with(step, "amount", money());
        if (step.body().containsKey("courses") && chance(60))
            step = with(step, "upTo", usd(one("1395.00", "1000.00", "2000.00")));
        if (chance(40))
            step =
                    with(
                            step,
                            "enrollmentId",
                            whose >= 0 && whose < people ? alike("@e-", 6, whose) : enrollment());
        return some(step, "status", one("offered", "accepted"), "expiresOn", day(-3, 40));
    }

    private Step pay() {
        var id = payment();
        return some(
                post(
                        "/payments",
                        "id",
                        id,
                        "studentId",
                        student(id),
                        "institutionId",
                        chance(90) ? "@ucla" : "@keio",
                        "amount",
                        money(),
                        "method",
                        one("card", "check", "cash")),
                "payer",
                one("self", "employer", "sponsor"),
                "receivedOn",
                day(-10, 10),
                "reference",
                "ref");
    }

    private Step refund() {
        return some(
                post(
                        "/payments/" + known(payments, payment()) + "/refunds",
                        "id",
                        "@r-" + upTo(6),
                        "amount",
                        money(),
                        "reason",
                        reason()),
                "refundedOn",
                day(-10, 10));
    }

    private Step spend() {
        return some(
                post(
                        "/expenses",
                        "id",
                        "@x-" + upTo(4),
                        "studentId",
                        student(),
                        "institutionId",
                        chance(90) ? "@ucla" : "@keio",
                        "amount",
                        money(),
                        "category",
                        one("travel", "meals")),
                "offeringId",
                one(OFFERINGS),
                "incurredOn",
                day(-10, 10));
    }

    /** Sometimes time passes, a request is repeated, has a key, or is invalid. */
    private Step odd(Step step, List<Step> before) {
        if (chance(8)) step = before.get(random.nextInt(before.size()));
        if (chance(3) && !step.body().isEmpty()) step = wrong(step);
        int hours = chance(15) ? one(1, 8, 24, 24 * 3, 24 * 12) : chance(1) ? 24 * 200 : 0;
        var key = chance(8) && !step.body().containsKey("quote") ? "@k-" + upTo(2) : step.key();
        return new Step(hours, step.method(), step.path(), step.body(), key);
    }

    private Step wrong(Step step) {
        var body = new LinkedHashMap<>(step.body());
        switch (random.nextInt(5)) {
            case 0 -> body.put("colour", "red");
            case 1 ->
                    body.keySet().stream()
                            .toList()
                            .forEach(
                                    field -> {
                                        if (chance(40) && !field.equals("id")) body.remove(field);
                                    });
            case 2 ->
                    body.replaceAll(
                            (_, value) ->
                                    value instanceof Map<?, ?> money
                                                    && money.containsKey("currency")
                                            ? Map.of(
                                                    "amount",
                                                    one("0.00", "-5.00", "1.005", "1e3"),
                                                    "currency",
                                                    "USD")
                                            : value);
            case 3 ->
                    body.replaceAll(
                            (_, value) -> value instanceof String && chance(30) ? 7 : value);
            default ->
                    body.replaceAll(
                            (_, value) ->
                                    value instanceof String text
                                                    && text.startsWith("@")
                                                    && chance(50)
                                            ? one("a b", "", "../x")
                                            : value);
        }
        return new Step(step.hours(), step.method(), step.path(), body, step.key());
    }

    private String student() {
        return chance(97) ? STUDENTS.get(random.nextInt(people)) : "@nobody";
    }

    /** An id is mostly of the same student, because otherwise few requests would fit together. */
    private String student(String id) {
        return chance(90) ? STUDENTS.get((id.charAt(id.length() - 1) - '0') % people) : student();
    }

    /** An id that mostly belongs to that student. */
    private String alike(String prefix, int most, int whose) {
        for (int tries = 0; tries < 9; tries++) {
            var asked =
                    prefix.equals("@e-") ? enrollments : prefix.equals("@a-") ? awards : payments;
            var id = known(asked, prefix + upTo(most));
            if ((id.charAt(id.length() - 1) - '0') % people == whose) return id;
        }
        return prefix + upTo(most);
    }

    private String enrollment() {
        return "@e-" + upTo(mood == Mood.WAITING ? 9 : 6);
    }

    /** The third fund often does not exist. */
    private int fund() {
        return chance(90) ? upTo(2) : 3;
    }

    private String offering() {
        if (mood == Mood.WAITING && chance(75)) return "@o-1";
        return mood == Mood.BILLING ? one("@o-1", "@o-2", "@o-3") : one(OFFERINGS);
    }

    private String award0() {
        return "@a-" + upTo(mood == Mood.AWARDS ? 9 : 5);
    }

    private String payment() {
        return "@p-" + upTo(5);
    }

    private String reason() {
        return one("moved", "ill");
    }

    private String day(int from, int to) {
        // Most days are whole weeks away, so that one is often the last day that counts, or the day
        // after.
        int days = from + random.nextInt(to - from);
        int weeks = Math.floorDiv(days, 7) * 7;
        return TODAY.plusDays(chance(60) ? weeks : chance(50) ? weeks + 1 : days).toString();
    }

    private Map<String, Object> money() {
        return chance(95)
                ? usd(one("100.00", "333.33", "600.00", "1395.00", "0.01"))
                : Map.of("amount", one("5000", "90000"), "currency", "JPY");
    }

    private static Map<String, Object> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    private static Step post(String path, Object... fields) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < fields.length; i += 2)
            body.put(String.valueOf(fields[i]), fields[i + 1]);
        return Step.post(path, body);
    }

    private static Step with(Step step, String field, Object value) {
        var body = new LinkedHashMap<>(step.body());
        body.put(field, value);
        return Step.post(step.path(), body);
    }

    /** Includes each of these fields three times out of ten. */
    private Step some(Step step, Object... fields) {
        for (int i = 0; i < fields.length; i += 2)
            if (chance(30)) step = with(step, String.valueOf(fields[i]), fields[i + 1]);
        return step;
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

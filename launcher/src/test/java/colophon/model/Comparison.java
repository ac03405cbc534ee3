package colophon.model;

import static java.util.Objects.requireNonNull;

import colophon.model.naive.Body;
import colophon.model.naive.Forms;
import colophon.model.naive.Naive;
import colophon.model.naive.Step;
import colophon.model.naive.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Runs one history through the program and the model, and finds the first difference. */
final class Comparison {

    private final Town town;
    private final Naive naive;
    private final boolean eachTime;
    private final Set<String> accepted;

    /**
     * Compares every answer.
     *
     * @param eachTime true if all queries are sent after every request, not only after the last
     * @param accepted collects the routes of accepted requests
     */
    Comparison(Town town, Map<String, Integer> statuses, boolean eachTime, Set<String> accepted) {
        this.accepted = accepted;
        this.town = town;
        this.naive = new Naive(Town.BEGIN, statuses);
        this.eachTime = eachTime;
    }

    /** The first difference, in words, or null when there is none. */
    @Nullable String differenceIn(List<Step> history) {
        town.beginHistory();
        for (int i = 0; i < history.size(); i++) {
            var step = history.get(i);
            var wrong = differenceAt(step);
            if (wrong == null && (eachTime || i == history.size() - 1)) wrong = differenceNow();
            if (wrong != null) return "after " + step + "\n    " + wrong;
        }
        return null;
    }

    /** All answers as text, by query. */
    Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        for (var student : naive.students)
            for (var question : List.of("status", "statement"))
                ask("/students/" + student + "/" + question, answers);
        for (var fund : naive.funds.keySet()) ask("/funds/" + fund, answers);
        for (var offering : naive.offerings.keySet()) {
            ask("/offerings/" + offering, answers);
            ask("/offerings/" + offering + "/roster", answers);
        }
        return answers;
    }

    private void ask(String path, Map<String, String> answers) {
        answers.put(path, town.text(path));
    }

    private @Nullable String differenceAt(Step step) {
        var verdict = naive.expect(step);
        town.pass(Duration.ofHours(step.hours()));
        var before = town.commits().size();
        var quoted =
                step.quotes() ? town.send(step.method(), step.path(), step.quoted(), null) : null;
        if (town.commits().size() > before) return "a quote recorded something";
        var outcome = town.send(step.method(), step.path(), step.body(), step.key());
        var wrong = difference(verdict, outcome);
        if (wrong == null && outcome.status() >= 400 && town.commits().size() > before)
            wrong = "refused, yet something was recorded";
        if (wrong == null && quoted != null && outcome.status() != 400 && !quoted.equals(outcome))
            wrong = "the quote " + quoted + " is not the effect";
        if (wrong != null) return wrong + ": expected " + verdict + ", got " + outcome;
        if (outcome.status() < 400) accepted.add(Forms.route(step));
        naive.answered(step, verdict, outcome.status());
        return null;
    }

    private @Nullable String difference(Verdict verdict, Town.Outcome outcome) {
        if (verdict.replay != outcome.replayed()) return "replayed or not";
        if (verdict.word != null
                && outcome.status() == 201
                && !verdict.word.equals(outcome.body().get("status")))
            return "not the status it got";
        if (verdict.accepted.contains(outcome.status())) return null;
        if (outcome.reason() == null) return "accepted";
        if (!verdict.refusals.contains(outcome.reason())) return "refused for another reason";
        return naive.status(outcome.reason()) == outcome.status() ? null : "not the status of it";
    }

    private @Nullable String differenceNow() {
        var wrong = new ArrayList<String>();
        for (var student : naive.students) student(student, wrong);
        for (var fund : naive.funds.values()) fund(fund, wrong);
        for (var offering : naive.offerings.values()) offering(offering, wrong);
        return wrong.isEmpty() ? null : String.join("\n    ", wrong);
    }

    private void student(String id, List<String> wrong) {
        var status = town.ask("/students/" + id + "/status");
        for (var given : list(status.get("accounts"))) {
            var institution = String.valueOf(given.get("institutionId"));
            var expected = naive.account(institution, id).balances(naive.today(institution));
            for (var field : expected.entrySet())
                same(
                        wrong,
                        id + " at " + institution + " " + field.getKey(),
                        field.getValue(),
                        amount(at(given, field.getKey())));
        }
        for (var given : list(status.get("accounts"))) conserved(id, given, wrong);
        for (var given : list(town.ask("/students/" + id + "/statement").get("accounts")))
            statement(id, given, wrong);
        for (var given : list(status.get("enrollments"))) {
            var name = "enrollment " + given.get("enrollmentId") + " ";
            var expected = requireNonNull(naive.enrollments.get(given.get("enrollmentId")), name);
            same(wrong, name + "student", expected.student, id);
            same(wrong, name + "offering", expected.offering.id, given.get("offeringId"));
            same(wrong, name + "status", expected.status, given.get("status"));
            same(wrong, name + "outcome", expected.outcome, given.get("outcome"));
        }
        long count = naive.enrollments.values().stream().filter(e -> e.student.equals(id)).count();
        same(wrong, id + " enrollments", count, (long) list(status.get("enrollments")).size());
        certificates(id, list(status.get("certificates")), wrong);
    }

    /**
     * Charges less reversals = awards + payments - refunds + due - credit, from the answer's own
     * figures.
     */
    private static void conserved(String id, Map<String, Object> given, List<String> wrong) {
        same(
                wrong,
                id + " charges and what pays them",
                amount(given.get("grossTuition")) + amount(given.get("fees")),
                amount(given.get("awardsApplied"))
                        + amount(given.get("paymentsReceived"))
                        - amount(given.get("refundsPaid"))
                        + amount(at(given, "balanceDue/total"))
                        - amount(given.get("creditBalance")));
        same(
                wrong,
                id + " due now and later",
                amount(at(given, "balanceDue/total")),
                amount(at(given, "balanceDue/dueNow")) + amount(at(given, "balanceDue/future")));
    }

    private void statement(String id, Map<String, Object> given, List<String> wrong) {
        var institution = String.valueOf(given.get("institutionId"));
        var balances = naive.account(institution, id).balances(naive.today(institution));
        long closing =
                requireNonNull(balances.get("balanceDue/total"))
                        - requireNonNull(balances.get("creditBalance"));
        var name = "statement of " + id + " at " + institution;
        same(wrong, name + " closing", closing, amount(given.get("closing")));
        long sum = amount(given.get("opening"));
        for (var line : list(given.get("lines"))) {
            sum += amount(line.get("debit")) - amount(line.get("credit"));
            same(wrong, name + " running balance", sum, amount(line.get("balance")));
        }
        same(wrong, name + " sum", closing, sum);
    }

    private void certificates(String id, List<Map<String, Object>> given, List<String> wrong) {
        var declared = naive.candidacies.stream().filter(c -> c.student().equals(id)).toList();
        same(wrong, id + " candidacies", declared.size(), given.size());
        for (var one : given) {
            var certificate = naive.certificates.get(String.valueOf(one.get("certificateId")));
            var far = naive.progress(id, requireNonNull(certificate));
            var name = id + " " + certificate.requirement() + " ";
            same(wrong, name + "completed", far.completed(), one.get("completed"));
            same(wrong, name + "required", far.required(), one.get("required"));
            same(wrong, name + "status", naive.standing(id, certificate), one.get("status"));
        }
    }

    private void fund(Naive.Fund fund, List<String> wrong) {
        var given = town.ask("/funds/" + fund.id);
        for (var field : naive.money(fund).entrySet())
            same(
                    wrong,
                    "fund " + fund.id + " " + field.getKey(),
                    field.getValue(),
                    amount(given.get(field.getKey())));
        same(
                wrong,
                "fund " + fund.id + " budget and its parts",
                amount(given.get("budget")),
                amount(given.get("available"))
                        + amount(given.get("encumbered"))
                        + amount(given.get("spent")));
        for (var one : list(given.get("awards"))) {
            var award = requireNonNull(naive.awards.get(String.valueOf(one.get("id"))));
            same(wrong, "award " + award.id + " status", award.status, one.get("status"));
        }
    }

    private void offering(Naive.Offering offering, List<String> wrong) {
        var given = town.ask("/offerings/" + offering.id);
        int taken = naive.seatsTaken(offering);
        int held = naive.seatsHeld(offering);
        if (offering.cancelledBecause == null) {
            same(wrong, offering.id + " seatsTaken", taken - held, given.get("seatsTaken"));
            same(wrong, offering.id + " seatsHeld", held, given.get("seatsHeld"));
            same(
                    wrong,
                    offering.id + " seatsOpen",
                    offering.capacity() - taken,
                    given.get("seatsOpen"));
        } else same(wrong, offering.id + " seatsOpen", 0, given.get("seatsOpen"));
        same(wrong, offering.id + " waiting", offering.line.size(), given.get("waiting"));
        if (taken > offering.capacity()) wrong.add(offering.id + " has more than its seats taken");
    }

    private static void same(
            List<String> wrong, String what, @Nullable Object expected, @Nullable Object got) {
        if (!Objects.equals(expected, got))
            wrong.add(what + ": expected " + expected + ", got " + got);
    }

    private static long amount(@Nullable Object money) {
        return Body.amount(money);
    }

    private static @Nullable Object at(Map<?, ?> answer, String path) {
        Object at = answer;
        for (var part : path.split("/")) at = at instanceof Map<?, ?> map ? map.get(part) : null;
        return at;
    }

    @SuppressWarnings("unchecked") // a JSON list of objects
    private static List<Map<String, Object>> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }
}

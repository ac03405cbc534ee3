package colophon.model.naive;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The state in lists and maps, and the checks that come first for every request. */
public abstract class State {

    public record Institution(String id, String currency, ZoneId zone) {}

    public record Course(String id, String program, String institution) {}

    public record Certificate(
            String id, String program, String institution, Map<?, ?> requirement) {}

    public static final class Offering {
        public final String id;
        public final String course;
        public final String institution;
        public final Body as;
        public @Nullable Map<?, ?> policy;
        public int policyVersion;
        public @Nullable String cancelledBecause;
        public final List<Enrollment> line = new ArrayList<>();

        Offering(String id, String course, String institution, Body as) {
            this.id = id;
            this.course = course;
            this.institution = institution;
            this.as = as;
            policy = (Map<?, ?>) as.fields().get("refundPolicy");
        }

        public int capacity() {
            return as.number("capacity");
        }

        public long tuition() {
            return as.amount("tuition");
        }

        public long deposit() {
            return as.amount("deposit");
        }

        public LocalDate startsOn() {
            return LocalDate.parse(as.text("startsOn"));
        }

        public LocalDate endsOn() {
            return LocalDate.parse(as.text("endsOn"));
        }

        public LocalDate heldUntil(LocalDate today) {
            return today.plus(
                    Period.parse(as.has("confirmWithin") ? as.text("confirmWithin") : "P14D"));
        }

        /** The part of the price of one seat that a fund with this coverage pays. */
        public long price(Set<String> covers) {
            return (covers.contains("tuition") ? tuition() - deposit() : 0)
                    + (covers.contains("deposit") ? deposit() : 0);
        }
    }

    public static final class Enrollment {
        public final String id;
        public final String student;
        public Offering offering;
        public String status = "";
        public String begunAs = "";
        public LocalDate since;
        public int bills;
        public @Nullable Map<?, ?> terms;
        public @Nullable LocalDate confirmBy;
        public boolean lapsed;
        public @Nullable String outcome;
        public @Nullable String grade;
        public @Nullable LocalDate completedOn;
        public @Nullable String reversedBecause;

        /** The move that led to this status, as "how reason", and its day. */
        public @Nullable String move;

        public @Nullable LocalDate movedOn;

        Enrollment(String id, String student, Offering offering, LocalDate since) {
            this.id = id;
            this.student = student;
            this.offering = offering;
            this.since = since;
        }

        public boolean hasSeat() {
            return Set.of("enrolled", "finished", "accepted").contains(status);
        }

        public boolean isGone() {
            return Set.of("dropped", "withdrawn", "cancelled", "declined").contains(status);
        }
    }

    public static final class Fund {
        public final String id;
        public final String institution;
        public final Set<String> covers;
        public final @Nullable LocalDate opensOn;
        public final @Nullable LocalDate closesOn;
        public final @Nullable Integer active;
        public final @Nullable Integer activeAnywhere;
        public long budget;

        Fund(
                String id,
                String institution,
                Set<String> covers,
                @Nullable LocalDate opensOn,
                @Nullable LocalDate closesOn,
                @Nullable Integer active,
                @Nullable Integer activeAnywhere,
                long budget) {
            this.id = id;
            this.institution = institution;
            this.covers = covers;
            this.opensOn = opensOn;
            this.closesOn = closesOn;
            this.active = active;
            this.activeAnywhere = activeAnywhere;
            this.budget = budget;
        }
    }

    public static final class Award {
        public final String id;
        public final Fund fund;
        public final String student;
        public final @Nullable String enrollment;
        public long amount;
        public final boolean oneCourse;
        public final @Nullable LocalDate expiresOn;
        public String status = "offered";
        public @Nullable String reason;

        Award(
                String id,
                Fund fund,
                String student,
                @Nullable String enrollment,
                long amount,
                boolean oneCourse,
                @Nullable LocalDate expiresOn) {
            this.id = id;
            this.fund = fund;
            this.student = student;
            this.enrollment = enrollment;
            this.amount = amount;
            this.oneCourse = oneCourse;
            this.expiresOn = expiresOn;
        }

        public boolean ended() {
            return status.equals("released") || status.equals("revoked");
        }
    }

    public record Candidacy(String student, String certificate) {}

    public final Map<String, Institution> institutions = new LinkedHashMap<>();
    public final Map<String, String> programs = new LinkedHashMap<>();
    public final List<Course> courses = new ArrayList<>();
    public final Map<String, Certificate> certificates = new LinkedHashMap<>();
    public final Map<String, Offering> offerings = new LinkedHashMap<>();
    public final Set<String> students = new LinkedHashSet<>();
    public final List<Candidacy> candidacies = new ArrayList<>();
    public final Map<String, Enrollment> enrollments = new LinkedHashMap<>();
    public final Map<String, Fund> funds = new LinkedHashMap<>();
    public final Map<String, Award> awards = new LinkedHashMap<>();
    final Map<Candidacy, String> standing = new HashMap<>();
    final Map<String, Account> accounts = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> made = new HashMap<>();
    final Map<String, Map<String, Object>> madeAsAsked = new HashMap<>();
    final Map<String, String> expensesReversed = new HashMap<>();

    Instant now;
    int postings;

    /** What is remembered of a creation once it has happened. */
    Runnable pending = () -> {};

    State(Instant now) {
        this.now = now;
    }

    /** The current day at an institution. */
    public LocalDate today(String institution) {
        return LocalDate.ofInstant(now, requireNonNull(institutions.get(institution)).zone());
    }

    /** The account of a student at an institution; empty at first. */
    public Account account(String institution, String student) {
        return accounts.computeIfAbsent(institution + " " + student, _ -> new Account());
    }

    Verdict who(String student, String institution) {
        return new Verdict()
                .because(!students.contains(student), "student-not-found")
                .because(!institutions.containsKey(institution), "institution-not-found");
    }

    @SuppressWarnings("unchecked") // a JSON object
    static Map<String, Object> strings(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    @Nullable Verdict repeated(
            String kind, Body b, Map<String, ?> defaults, Map<String, ?> beside) {
        return repeated(kind, b, defaults, beside, Map.of());
    }

    /**
     * The answer to a second creation with the same id. The same body gets the first answer,
     * another body is refused. If a field was left to its default one time and had that value the
     * other time, both answers are right. Null if there is no first creation; then this one is
     * remembered when it happens.
     *
     * @param defaults of fields, which never change
     * @param beside the values that are in the path
     * @param fluid defaults that depend on the day or on the state
     */
    @Nullable Verdict repeated(
            String kind,
            Body b,
            Map<String, ?> defaults,
            Map<String, ?> beside,
            Map<String, ?> fluid) {
        var name = kind + " " + b.text("id");
        var asked = new LinkedHashMap<String, Object>(defaults);
        asked.putAll(beside);
        asked.putAll(b.fields());
        var first = made.get(name);
        if (first == null) {
            var resolved = new LinkedHashMap<String, Object>(fluid);
            resolved.putAll(asked);
            pending =
                    () -> {
                        made.put(name, resolved);
                        madeAsAsked.put(name, asked);
                    };
            return null;
        }
        if (asked.equals(madeAsAsked.get(name))) return Verdict.done(200);
        var fields = new HashSet<>(first.keySet());
        fields.addAll(asked.keySet());
        for (var field : fields) {
            if (fluid.containsKey(field) && !asked.containsKey(field)) continue;
            if (fluid.containsKey(field)
                    && !requireNonNull(madeAsAsked.get(name)).containsKey(field)) {
                // given now, but left to its default before: the answer may depend on that default
                if (field.equals("upTo")) continue;
            }
            if (!Objects.equals(asked.get(field), first.get(field)))
                return Verdict.refused("id-taken");
        }
        var either = Verdict.done(200);
        either.refusals.add("id-taken");
        return either;
    }

    /** A taken id may be reported before other errors; a repetition is never refused. */
    static Verdict or(Verdict repeated, Verdict otherwise) {
        if (repeated.refuses()) repeated.refusals.addAll(otherwise.refusals);
        return repeated;
    }

    boolean wrongCurrency(Body b, String field, String institution) {
        var known = institutions.get(institution);
        return known != null && !known.currency.equals(b.currency(field));
    }
}

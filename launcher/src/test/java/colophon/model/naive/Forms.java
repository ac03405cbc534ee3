package colophon.model.naive;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of the API's bodies, as a table that is read from the contract. */
public final class Forms {

    /** Route to fields; a kind with {@code !} is required. */
    private static final Map<String, Map<String, String>> FORMS = new LinkedHashMap<>();

    static {
        form("POST /institutions", "name text!, currency currency!, id id, zone zone");
        form("POST /programs", "institutionId id!, name text!, id id");
        form(
                "POST /programs/*/courses",
                "title text!, id id, code text, units text, subjects list");
        form(
                "POST /programs/*/certificates",
                "title text!, requirement map!, id id, conferral automatic|approval");
        form(
                "POST /offerings",
                "courseId id!, startsOn day!, endsOn day!, capacity count!, tuition money!, id id,"
                        + " delivery in-person|online|hybrid, place text, dueOn day, deposit money,"
                        + " depositDueOn day, admission open|application, waitlist"
                        + " fifo|instructor-pick, confirmWithin period, refundPolicy map");
        form("PUT /offerings/*/refund-policy", "refundPolicy map!, reason text!");
        form("POST /offerings/*/cancellation", "reason text!, quote flag");
        form("POST /offerings/*/lapses", "");
        form("POST /students", "givenName text!, familyName text!, id id, email text");
        form(
                "POST /students/*/candidacies",
                "certificateId id!, matriculated flag, declaredOn day");
        form("POST /enrollments", "studentId id!, offeringId id!, id id, effectiveOn day");
        form(
                "POST /enrollments/*/completion",
                "outcome completed|not-completed!, grade text, completedOn day");
        form("POST /enrollments/*/acceptance", "confirmBy day");
        form("POST /enrollments/*/seat-offer", "confirmBy day");
        form("POST /enrollments/*/confirmation", "");
        form("POST /enrollments/*/decline", "reason text!");
        form(
                "POST /enrollments/*/withdrawal",
                "reason text!, effectiveOn day, quote flag, override map");
        form("POST /enrollments/*/cancellation", "reason text!, quote flag");
        form(
                "POST /enrollments/*/transfer",
                "offeringId id!, reason text!, effectiveOn day, quote flag");
        form("POST /enrollments/*/deferral", "reason text!, effectiveOn day");
        form("POST /enrollments/*/reinstatement", "reason text!, effectiveOn day");
        form("POST /enrollments/*/completion/reversal", "reason text!");
        form(
                "POST /funds",
                "institutionId id!, name text!, budget money!, fundedBy program|external!, id id,"
                        + " sponsor text, covers list, opensOn day, closesOn day,"
                        + " activeAwardsPerStudent count, activeAwardsPerInstitution count");
        form("POST /funds/*/expiries", "");
        form("POST /awards/*/reduction", "amount money!, reason text!");
        form("POST /payments/*/reversal", "reason text!");
        form("POST /expenses/*/reversal", "reason text!");
        form(
                "POST /charges",
                "studentId id!, institutionId id!, amount money!, kind fee|late-fee!,"
                        + " description text!, id id, enrollmentId id, chargedOn day, dueOn day");
        form("POST /students/*/accounts/*/charges/*/reversal", "reason text!, amount money");
        form("POST /students/*/accounts/*/charges/*/write-off", "reason text!, amount money");
        form("POST /students/*/accounts/*/plans", "instalments list!, id id");
        form("POST /students/*/accounts/*/plans/*/end", "reason text!");
        form(
                "POST /students/*/accounts/*/locks",
                "chargeId text!, amount money!, reason text!, awardId id, paymentId id, id id");
        form("POST /students/*/accounts/*/locks/*/removal", "reason text!");
        form("POST /funds/*/contributions", "amount money!");
        form(
                "POST /awards",
                "fundId id!, studentId id!, id id, enrollmentId id, amount money, courses one,"
                        + " upTo money, status offered|accepted, expiresOn day");
        form("POST /awards/*/acceptance", "");
        form("POST /awards/*/release", "reason text!");
        form("POST /awards/*/revocation", "reason text!");
        form(
                "POST /payments",
                "studentId id!, institutionId id!, amount money!, method"
                    + " card|check|bank-transfer|cash|other!, id id, payer self|employer|sponsor,"
                    + " reference text, receivedOn day");
        form("POST /payments/*/refunds", "amount money!, reason text!, id id, refundedOn day");
        form(
                "POST /expenses",
                "studentId id!, institutionId id!, amount money!, category"
                        + " travel|lodging|meals|materials|other!, id id, offeringId id, incurredOn"
                        + " day");
    }

    private Forms() {}

    private static void form(String route, String fields) {
        var form = new LinkedHashMap<String, String>();
        for (var field : fields.split(", *"))
            if (!field.isBlank()) form.put(field.split(" +")[0], field.split(" +")[1]);
        FORMS.put(route, form);
    }

    /** The route, with {@code *} for each id. */
    public static String route(Step step) {
        for (var route : FORMS.keySet())
            if ((step.method() + " " + step.path()).matches(route.replace("*", "[^/]+")))
                return route;
        throw new IllegalArgumentException("no form for " + step);
    }

    /** All routes. */
    public static Set<String> routes() {
        return FORMS.keySet();
    }

    /** True if the body has the fields of its route. */
    public static boolean fits(Step step) {
        var form = requireNonNull(FORMS.get(route(step)));
        for (var field : step.body().entrySet()) {
            var kind = form.get(field.getKey());
            if (kind == null || !is(kind.replace("!", ""), field.getValue())) return false;
        }
        for (var field : form.entrySet())
            if (field.getValue().endsWith("!") && step.body().get(field.getKey()) == null)
                return false;
        if (route(step).endsWith("/locks"))
            return step.body().containsKey("awardId") != step.body().containsKey("paymentId");
        return !route(step).equals("POST /awards") || isWorth(step.body());
    }

    /** Either an amount, or one course with an optional limit. */
    private static boolean isWorth(Map<String, Object> body) {
        if (body.containsKey("courses")) return !body.containsKey("amount");
        return body.containsKey("amount") && !body.containsKey("upTo");
    }

    private static boolean is(String kind, @Nullable Object value) {
        return switch (kind) {
            case "id" -> value instanceof String id && id.matches("@?[A-Za-z0-9][A-Za-z0-9._-]*");
            case "text", "zone", "currency" -> value instanceof String text && !text.isBlank();
            case "day" -> value instanceof String text && isDay(text);
            case "period" -> value instanceof String text && isPeriod(text);
            case "money" -> isMoney(value);
            case "count" -> value instanceof Integer count && count >= 1;
            case "one" -> Integer.valueOf(1).equals(value);
            case "flag" -> value instanceof Boolean;
            case "list" -> value instanceof List<?>;
            case "map" -> value instanceof Map<?, ?>;
            default -> value instanceof String word && List.of(kind.split("[|]")).contains(word);
        };
    }

    private static boolean isDay(String text) {
        try {
            var year = LocalDate.parse(text).getYear();
            return year >= 1900 && year < 2200;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isPeriod(String text) {
        try {
            return Period.parse(text) != null;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isMoney(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> parts) || parts.size() != 2) return false;
        if (!(parts.get("amount") instanceof String amount)) return false;
        if (!amount.matches("[0-9]+([.][0-9]+)?")) return false;
        int decimals = amount.contains(".") ? amount.length() - amount.indexOf('.') - 1 : 0;
        return new BigDecimal(amount).signum() > 0
                && decimals <= ("JPY".equals(parts.get("currency")) ? 0 : 2)
                && List.of("USD", "JPY").contains(String.valueOf(parts.get("currency")));
    }
}

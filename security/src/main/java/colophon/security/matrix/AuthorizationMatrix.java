package colophon.security.matrix;

import static colophon.api.access.Role.AUDITOR;
import static colophon.api.access.Role.BURSAR;
import static colophon.api.access.Role.REGISTRAR;
import static colophon.api.access.Role.SCHOLARSHIP_OFFICER;
import static colophon.security.matrix.Audience.ANYONE;
import static colophon.security.matrix.Audience.EVERYBODY;
import static colophon.security.matrix.Audience.STAFF;
import static colophon.security.matrix.Audience.administratorsAnd;
import static colophon.security.matrix.Audience.students;
import static colophon.security.matrix.OwnershipRule.ITEMS;
import static colophon.security.matrix.OwnershipRule.NAMED;
import static colophon.security.matrix.OwnershipRule.OPEN;
import static colophon.security.matrix.OwnershipRule.PERSON;
import static colophon.security.matrix.OwnershipRule.SELF;
import static colophon.security.matrix.OwnershipRule.STARTER;
import static colophon.security.matrix.OwnershipRule.SUBJECT;

import static java.util.stream.Collectors.toUnmodifiableMap;

import colophon.api.access.Actor;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The authorization matrix: every route, who may call it, and what decides whether the data is
 * theirs. A route without a row is not served. {@code docs/who-may.md} shows the same table.
 */
public final class AuthorizationMatrix {

    private static final String API = "/api/v1";
    private static final Audience RECORDS = administratorsAnd(REGISTRAR);

    /** A student's rights concern the whole record, across all institutions. */
    private static final Audience RECORDS_OVER_ALL = RECORDS.whoSeeAllInstitutions();

    private static final Audience MONEY = administratorsAnd(BURSAR);
    private static final Audience AID = administratorsAnd(SCHOLARSHIP_OFFICER);
    private static final Audience OVER_ALL = administratorsAnd().whoSeeAllInstitutions();
    private static final Audience STAFF_OR_SELF = STAFF.andStudents();
    private static final String CANDIDACY = "/students/{id}/candidacies/{certificateId}";
    private static final String TRANSCRIPT = "/students/{id}/transcript";
    private static final String ACCOUNT = "/students/{studentId}/accounts/{institutionId}";

    /** All rows, in the order in which people read them. */
    public static final List<RouteRule> ROWS =
            List.of(
                    // the catalog
                    post("/institutions", administratorsAnd().whoSeeAllInstitutions(), OPEN),
                    post("/programs", RECORDS, NAMED),
                    post("/programs/{id}/courses", RECORDS, NAMED),
                    post("/programs/{id}/certificates", RECORDS, NAMED),
                    put("/certificates/{id}/requirement", RECORDS, NAMED),
                    post("/offerings", RECORDS, NAMED),
                    put("/offerings/{id}/refund-policy", RECORDS, NAMED),
                    post("/offerings/{id}/cancellation", RECORDS, NAMED),
                    post("/offerings/{id}/lapses", RECORDS, NAMED),
                    get("/institutions", EVERYBODY, OPEN),
                    get("/institutions/{id}", EVERYBODY, OPEN),
                    get("/programs", EVERYBODY, OPEN),
                    get("/programs/{id}", EVERYBODY, OPEN),
                    get("/courses", EVERYBODY, OPEN),
                    get("/courses/{id}", EVERYBODY, OPEN),
                    get("/certificates", EVERYBODY, OPEN),
                    get("/certificates/{id}", EVERYBODY, OPEN),
                    get("/offerings", EVERYBODY, OPEN),
                    get("/offerings/{id}", EVERYBODY, OPEN),
                    get("/programs/{id}/overview", STAFF, SUBJECT),
                    // the academic record
                    post("/students", RECORDS, OPEN),
                    post("/students/{id}/candidacies", RECORDS, NAMED),
                    post(CANDIDACY + "/move", RECORDS, NAMED),
                    post(CANDIDACY + "/leave", RECORDS, NAMED),
                    post(CANDIDACY + "/reinstatement", RECORDS, NAMED),
                    post(CANDIDACY + "/conferral", RECORDS, NAMED),
                    post("/credentials/{id}/revocation", RECORDS, NAMED),
                    post("/credentials/{id}/reinstatement", RECORDS, NAMED),
                    post(TRANSCRIPT + "/credits", RECORDS, NAMED),
                    post(TRANSCRIPT + "/waivers", RECORDS, NAMED),
                    post(TRANSCRIPT + "/substitutions", RECORDS, NAMED),
                    post(TRANSCRIPT + "/sharings", RECORDS, NAMED),
                    post(TRANSCRIPT + "/{entryId}/withdrawal", RECORDS, NAMED),
                    post("/enrollments", RECORDS, NAMED),
                    post("/enrollments/{id}/acceptance", RECORDS, NAMED),
                    post("/enrollments/{id}/seat-offer", RECORDS, NAMED),
                    post("/enrollments/{id}/confirmation", RECORDS, NAMED),
                    post("/enrollments/{id}/decline", RECORDS, NAMED),
                    post("/enrollments/{id}/transfer", RECORDS, NAMED),
                    post("/enrollments/{id}/deferral", RECORDS, NAMED),
                    post("/enrollments/{id}/reinstatement", RECORDS, NAMED),
                    post("/enrollments/{id}/withdrawal", RECORDS, NAMED),
                    post("/enrollments/{id}/cancellation", RECORDS, NAMED),
                    post("/enrollments/{id}/completion", RECORDS, NAMED),
                    post("/enrollments/{id}/completion/reversal", RECORDS, NAMED),
                    post("/students/{id}/directory-opt-out", RECORDS_OVER_ALL.andStudents(), NAMED),
                    post("/students/{id}/amendments", RECORDS_OVER_ALL.andStudents(), NAMED),
                    post(
                            "/students/{id}/amendments/{amendmentId}/decision",
                            RECORDS_OVER_ALL,
                            NAMED),
                    post(
                            "/students/{id}/amendments/{amendmentId}/statement",
                            RECORDS_OVER_ALL.andStudents(),
                            NAMED),
                    get("/students", STAFF, ITEMS),
                    get("/students/{id}", STAFF_OR_SELF, PERSON),
                    get("/students/{id}/status", STAFF_OR_SELF, PERSON),
                    get("/students/{id}/statement", STAFF_OR_SELF, PERSON),
                    get("/students/{id}/explanation", STAFF_OR_SELF, PERSON),
                    get("/students/{id}/forecast", STAFF_OR_SELF, PERSON),
                    get("/students/{id}/enrollments", STAFF_OR_SELF, PERSON),
                    get("/students/{id}/amendments", STAFF_OR_SELF, PERSON),
                    get(
                            "/students/{id}/disclosures",
                            administratorsAnd(REGISTRAR, AUDITOR).andStudents(),
                            PERSON),
                    get("/enrollments/{id}", STAFF_OR_SELF, SUBJECT),
                    get("/offerings/{id}/roster", STAFF, SUBJECT),
                    get("/offerings/{id}/waitlist", STAFF, SUBJECT),
                    get("/certificates/{id}/candidates", STAFF, SUBJECT),
                    get("/credentials/{id}", ANYONE, OPEN),
                    get("/history", STAFF, SUBJECT),
                    // money
                    post("/charges", MONEY, NAMED),
                    post(ACCOUNT + "/charges/{chargeId}/reversal", MONEY, NAMED),
                    post(ACCOUNT + "/charges/{chargeId}/write-off", MONEY, NAMED),
                    post(ACCOUNT + "/plans", MONEY, NAMED),
                    post(ACCOUNT + "/plans/{planId}/end", MONEY, NAMED),
                    post(ACCOUNT + "/locks", MONEY, NAMED),
                    post(ACCOUNT + "/locks/{lockId}/removal", MONEY, NAMED),
                    post("/payments", MONEY, NAMED),
                    post("/payments/{id}/refunds", MONEY, NAMED),
                    post("/payments/{id}/reversal", MONEY, NAMED),
                    post("/expenses", MONEY.andStudents(), NAMED),
                    post("/expenses/{id}/reversal", MONEY.andStudents(), NAMED),
                    get("/students/{id}/payments", STAFF_OR_SELF, PERSON),
                    get("/payments", STAFF, ITEMS),
                    get("/payments/{id}", STAFF_OR_SELF, SUBJECT),
                    // aid
                    post("/funds", AID, NAMED),
                    post("/funds/{id}/contributions", AID, NAMED),
                    post("/funds/{id}/expiries", AID, NAMED),
                    post("/awards", AID, NAMED),
                    post("/awards/{id}/acceptance", AID.andStudents(), NAMED),
                    post("/awards/{id}/release", AID, NAMED),
                    post("/awards/{id}/revocation", AID, NAMED),
                    post("/awards/{id}/reduction", AID, NAMED),
                    put("/awards/{id}/alternates", AID, NAMED),
                    get("/students/{id}/awards", STAFF_OR_SELF, PERSON),
                    get("/funds", STAFF, ITEMS),
                    get("/funds/{id}", STAFF, SUBJECT),
                    get("/funds/{id}/awards", STAFF, SUBJECT),
                    get("/funds/{id}/statement", STAFF, SUBJECT),
                    get("/awards/{id}", STAFF_OR_SELF, SUBJECT),
                    // imports: staff may import a kind if they may send the requests its rows stand
                    // for
                    post(
                            "/imports",
                            administratorsAnd(REGISTRAR, BURSAR, SCHOLARSHIP_OFFICER),
                            NAMED),
                    post(
                            "/imports/{id}/cancellation",
                            administratorsAnd(REGISTRAR, BURSAR, SCHOLARSHIP_OFFICER),
                            STARTER),
                    post(
                            "/imports/{id}/reversal",
                            administratorsAnd(REGISTRAR, BURSAR, SCHOLARSHIP_OFFICER),
                            STARTER),
                    get("/imports/{id}", STAFF, STARTER),
                    get("/imports/{id}/rows", STAFF, STARTER),
                    // erasing a student's identity, and handing out all data held about a student
                    post("/students/{id}/erasure", OVER_ALL, OPEN),
                    post("/students/{id}/erasure/confirmation", OVER_ALL, OPEN),
                    post("/students/{id}/erasure/withdrawal", OVER_ALL, OPEN),
                    get("/erasures", administratorsAnd(AUDITOR).whoSeeAllInstitutions(), OPEN),
                    get("/students/{id}/export", OVER_ALL.andStudents(), PERSON),
                    // the caller's own records
                    get("/me/status", students(), SELF),
                    get("/me/statement", students(), SELF),
                    get("/me/explanation", students(), SELF),
                    get("/me/forecast", students(), SELF),
                    get("/me/export", students(), SELF),
                    get("/me/enrollments", students(), SELF),
                    get("/me/payments", students(), SELF),
                    get("/me/awards", students(), SELF),
                    get("/me/amendments", students(), SELF),
                    get("/me/disclosures", students(), SELF),
                    // operation
                    get("/dead-letters", administratorsAnd(AUDITOR).whoSeeAllInstitutions(), OPEN),
                    // accounts
                    get("/accounts", administratorsAnd().whoSeeAllInstitutions(), OPEN),
                    get("/accounts/{id}", administratorsAnd().whoSeeAllInstitutions(), OPEN),
                    post("/accounts", administratorsAnd().whoSeeAllInstitutions(), OPEN),
                    put("/accounts/{id}/rights", administratorsAnd().whoSeeAllInstitutions(), OPEN),
                    post(
                            "/accounts/{id}/disabling",
                            administratorsAnd().whoSeeAllInstitutions(),
                            OPEN),
                    post(
                            "/accounts/{id}/enabling",
                            administratorsAnd().whoSeeAllInstitutions(),
                            OPEN),
                    post(
                            "/accounts/{id}/secret",
                            administratorsAnd().whoSeeAllInstitutions(),
                            OPEN),
                    new RouteRule("GET", "/sign-in", ANYONE, OPEN),
                    new RouteRule("POST", "/sign-in/passkey/options", ANYONE, OPEN),
                    new RouteRule("GET", "/set-up", ANYONE, OPEN),
                    new RouteRule("POST", "/set-up", ANYONE, OPEN),
                    new RouteRule("GET", "/password", ANYONE, OPEN),
                    new RouteRule("POST", "/password", ANYONE, OPEN),
                    new RouteRule("GET", "/account", EVERYBODY, OPEN),
                    new RouteRule("POST", "/account/password", EVERYBODY, OPEN),
                    new RouteRule("POST", "/account/passkeys/options", EVERYBODY, OPEN),
                    new RouteRule("POST", "/account/passkeys", EVERYBODY, OPEN),
                    new RouteRule("POST", "/account/passkeys/removal", EVERYBODY, OPEN),
                    // API description and explanations of problems
                    new RouteRule("GET", "/problems/{reason}", ANYONE, OPEN),
                    new RouteRule("GET", "/v3/api-docs", ANYONE, OPEN),
                    new RouteRule("GET", "/v3/api-docs.yaml", ANYONE, OPEN),
                    new RouteRule("GET", "/v3/api-docs/swagger-config", ANYONE, OPEN),
                    new RouteRule("GET", "/swagger-ui.html", ANYONE, OPEN),
                    new RouteRule("*", "/error", ANYONE, OPEN));

    private static final Map<String, RouteRule> BY_ROUTE =
            ROWS.stream().collect(toUnmodifiableMap(RouteRule::route, Function.identity()));

    private AuthorizationMatrix() {}

    /** The row of a route; null if there is none, and then the route must not be served. */
    public static @Nullable RouteRule row(String method, String pattern) {
        var asked = method.equals("HEAD") ? "GET" : method;
        var rule = BY_ROUTE.get(asked + " " + pattern);
        return rule != null ? rule : BY_ROUTE.get("* " + pattern);
    }

    /** True if the person's roles allow the call of a route, which is method and pattern. */
    public static boolean admits(String route, Actor actor) {
        var rule = BY_ROUTE.get(route);
        return rule != null && rule.audience().admits(actor);
    }

    /** The rows as a table in Markdown. */
    public static String table() {
        return ROWS.stream()
                .map(
                        rule ->
                                "| `%s` | %s | %s |"
                                        .formatted(rule.route(), rule.audience(), rule.whose()))
                .collect(
                        Collectors.joining(
                                "\n",
                                "| Route | Who may | What decides whose it is |\n|---|---|---|\n",
                                "\n"));
    }

    private static RouteRule get(String path, Audience audience, OwnershipRule whose) {
        return new RouteRule("GET", API + path, audience, whose);
    }

    private static RouteRule post(String path, Audience audience, OwnershipRule whose) {
        return new RouteRule("POST", API + path, audience, whose);
    }

    private static RouteRule put(String path, Audience audience, OwnershipRule whose) {
        return new RouteRule("PUT", API + path, audience, whose);
    }
}

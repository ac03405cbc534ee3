package colophon.security;

import colophon.api.problem.ProblemType;

/**
 * Why a request was refused before it reached its route. Documented in {@code docs/problems.md}.
 */
public enum SecurityProblem implements ProblemType {
    PASSKEY_REFUSED(400, "This passkey is not accepted"),
    PASSWORD_REFUSED(400, "Choose another password"),
    TWO_SIGN_INS(400, "Two sign-ins in one request"),
    UNAUTHENTICATED(401, "You are not signed in"),
    FORBIDDEN(403, "Your role does not allow this"),
    ACCOUNT_NOT_FOUND(404, "There is no such account"),
    ACCOUNT_TAKEN(409, "This account exists already"),
    LAST_ADMINISTRATOR(409, "An administrator has to remain"),
    TOO_MANY_ATTEMPTS(429, "Too many attempts to sign in"),
    SIGN_IN_UNAVAILABLE(503, "Signing in is unavailable");

    private final int status;
    private final String title;

    SecurityProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}

package colophon.api.problem;

import org.springframework.web.ErrorResponseException;

import java.util.Locale;

/**
 * A reason of the closed list for which a request is refused. The enums that implement it are part
 * of the API: each word has a section in {@code docs/problems.md}, one status and one title.
 */
public interface ProblemType {

    /** The name of the constant, for example {@code OFFERING_FULL}. */
    String name();

    /** The HTTP status of the answer. */
    int status();

    /** One line for people, the same in every case. */
    String title();

    /** The reason word in the API: {@code offering-full}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** This problem as an exception to throw; {@code detail} is a sentence about this case. */
    default ErrorResponseException because(String detail) {
        return Problem.thrown(this, detail);
    }
}

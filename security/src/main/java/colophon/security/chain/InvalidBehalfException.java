package colophon.security.chain;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The header On-Behalf-Of does not hold an identifier. */
final class InvalidBehalfException extends ResponseStatusException {

    private static final long serialVersionUID = 1;

    InvalidBehalfException() {
        super(HttpStatus.BAD_REQUEST, "On-Behalf-Of is not an identifier.");
    }
}

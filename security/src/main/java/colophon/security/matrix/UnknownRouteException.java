package colophon.security.matrix;

import java.util.List;

/** A route is served that has no row in the matrix, or no content types. */
public final class UnknownRouteException extends RuntimeException {

    UnknownRouteException(List<String> routes) {
        super(
                "These routes have no row in the matrix, or no content types: "
                        + String.join(", ", routes));
    }
}

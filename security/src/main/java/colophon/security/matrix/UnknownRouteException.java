package colophon.security.matrix;

import java.util.List;

/** A route is served for which nobody said who may call it. */
public final class UnknownRouteException extends RuntimeException {

    UnknownRouteException(List<String> routes) {
        super("The authorization matrix has no row for " + String.join(", ", routes));
    }
}

package colophon.security.matrix;

import java.util.List;

/** A route is served for which nobody said who may call it, or what it reads and writes. */
public final class UnknownRouteException extends RuntimeException {

    UnknownRouteException(List<String> routes) {
        super(
                "Who may call it, or what it reads and writes, is not said of "
                        + String.join(", ", routes));
    }
}

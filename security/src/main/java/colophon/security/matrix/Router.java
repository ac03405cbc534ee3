package colophon.security.matrix;

import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every route that is really there. */
public final class Router {

    private Router() {}

    /** Method and pattern of each route of these; {@code *} for any method. */
    public static Set<String> routes(
            Collection<? extends RequestMappingInfoHandlerMapping> mappings) {
        var routes = new TreeSet<String>();
        for (var mapping : mappings)
            for (var info : mapping.getHandlerMethods().keySet())
                for (var pattern : info.getPatternValues())
                    methods(info).forEach(method -> routes.add(method + " " + pattern));
        return routes;
    }

    /** Those for which the matrix has no row, or of which nobody said what they read and write. */
    static List<String> unknown(Set<String> routes) {
        return routes.stream()
                .filter(
                        route -> {
                            var parts = route.split(" ", 2);
                            return Matrix.row(parts[0], parts[1]) == null
                                    || Contents.of(parts[0], parts[1]) == null;
                        })
                .toList();
    }

    private static Stream<String> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("*") : methods.stream().map(Enum::name);
    }
}

package colophon.security.matrix;

import colophon.security.content.RouteContents;

import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every route that the application serves. */
public final class ServedRoutes {

    private ServedRoutes() {}

    /** Method and pattern of each of these routes; {@code *} stands for any method. */
    public static Set<String> routes(
            Collection<? extends RequestMappingInfoHandlerMapping> mappings) {
        var routes = new TreeSet<String>();
        for (var mapping : mappings)
            for (var info : mapping.getHandlerMethods().keySet())
                for (var pattern : info.getPatternValues())
                    methods(info).forEach(method -> routes.add(method + " " + pattern));
        return routes;
    }

    /** The routes that have no row in the matrix, or no content types. */
    static List<String> unknown(Set<String> routes) {
        return routes.stream()
                .filter(
                        route -> {
                            var parts = route.split(" ", 2);
                            return AuthorizationMatrix.row(parts[0], parts[1]) == null
                                    || RouteContents.of(parts[0], parts[1]) == null;
                        })
                .toList();
    }

    private static Stream<String> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("*") : methods.stream().map(Enum::name);
    }
}

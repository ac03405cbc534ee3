package colophon.architecture;

import static java.util.stream.Collectors.joining;

import colophon.security.matrix.AuthorizationMatrix;
import colophon.security.matrix.RouteRule;

import com.tngtech.archunit.core.domain.JavaMethod;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of the API and the methods that answer them. */
final class ApiRoutes {

    private static final String API = "/api/v1";

    private ApiRoutes() {}

    /**
     * One method of a controller.
     *
     * @param rules the routes that lead to it
     */
    record ApiRoute(JavaMethod method, List<RouteRule> rules) {

        boolean reads() {
            return rules.getFirst().method().equals("GET");
        }

        String calls() {
            return rules.stream()
                    .map(
                            rule ->
                                    "`"
                                            + rule.method()
                                            + " "
                                            + rule.pattern().substring(API.length())
                                            + "`")
                    .collect(joining(", "));
        }

        String summary() {
            return method.getAnnotationOfType(Operation.class).summary();
        }
    }

    /** All, in the order of the authorization matrix. */
    static List<ApiRoute> all() {
        var methods = methods();
        var routes = new LinkedHashMap<String, ApiRoute>();
        for (var rule : AuthorizationMatrix.ROWS) {
            if (!rule.pattern().startsWith(API + "/")) continue;
            var method = methods.get(rule.route());
            if (method == null) throw new AssertionError("No controller has " + rule.route());
            routes.computeIfAbsent(
                            method.getFullName(), _ -> new ApiRoute(method, new ArrayList<>()))
                    .rules()
                    .add(rule);
        }
        return List.copyOf(routes.values());
    }

    private static Map<String, JavaMethod> methods() {
        var methods = new LinkedHashMap<String, JavaMethod>();
        for (var type : House.MAIN)
            for (var method : type.getMethods()) {
                if (!method.isMetaAnnotatedWith(RequestMapping.class)) continue;
                var prefixes = mapping(type.reflect()).map(ApiRoutes::paths).orElse(List.of(""));
                var mapping = mapping(method.reflect()).orElseThrow();
                for (var verb : mapping.method())
                    for (var prefix : prefixes)
                        for (var path : paths(mapping))
                            methods.merge(verb + " " + prefix + path, method, ApiRoutes::first);
            }
        return methods;
    }

    /** One of two methods that answer the same route in different formats. */
    private static JavaMethod first(JavaMethod one, JavaMethod other) {
        return one.getFullName().compareTo(other.getFullName()) < 0 ? one : other;
    }

    private static Optional<RequestMapping> mapping(AnnotatedElement of) {
        return Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(of, RequestMapping.class));
    }

    private static List<String> paths(RequestMapping mapping) {
        return mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
    }
}

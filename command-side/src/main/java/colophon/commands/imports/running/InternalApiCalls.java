package colophon.commands.imports.running;

import colophon.commands.gateway.CommandRequest.InternalOrigin;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Objects;

/**
 * Calls the command methods of the API directly. A row goes through the same method as the request
 * it stands for, so the two cannot differ.
 */
final class InternalApiCalls {

    private static final String BASE = "/api/v1";

    private final RequestMappingHandlerMapping handlers;

    InternalApiCalls(RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    /** The command at this path below /api/v1. Throws IllegalStateException if there is none. */
    Route post(String path) {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(
                        entry ->
                                entry.getKey().getPatternValues().contains(BASE + path)
                                        && entry.getKey()
                                                .getMethodsCondition()
                                                .getMethods()
                                                .contains(RequestMethod.POST))
                .findFirst()
                .map(entry -> new Route(path, entry.getValue().createWithResolvedBean()))
                .orElseThrow(() -> new IllegalStateException("No command at " + path));
    }

    /** One command of the API. */
    record Route(String path, HandlerMethod handler) {

        /** Method and pattern, as access rules name it. */
        String name() {
            return "POST " + BASE + path;
        }

        /** The record that its body is read into. */
        Class<?> body() {
            return Arrays.stream(handler.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(path + " has no body"))
                    .getParameterType();
        }

        /**
         * Sends the command.
         *
         * @param id the id for the path, if the path has a variable
         */
        @SuppressWarnings("unchecked") // the gate answers with this type
        ResponseEntity<byte[]> send(@Nullable String id, Object body, InternalOrigin within) {
            var request = request(id, within);
            var arguments =
                    Arrays.stream(handler.getMethodParameters())
                            .map(parameter -> argument(parameter, id, body, request))
                            .toArray();
            var method = handler.getMethod();
            ReflectionUtils.makeAccessible(method);
            try {
                return (ResponseEntity<byte[]>) method.invoke(handler.getBean(), arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) throw cause;
                throw new IllegalStateException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        private Object argument(
                MethodParameter parameter,
                @Nullable String id,
                Object body,
                HttpServletRequest request) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            if (parameter.hasParameterAnnotation(PathVariable.class))
                return Objects.requireNonNull(id);
            if (parameter.hasParameterAnnotation(RequestBody.class)) return body;
            if (parameter.getParameterType() == HttpServletRequest.class) return request;
            throw new IllegalStateException("A row has no " + parameter + " for " + path);
        }

        private HttpServletRequest request(@Nullable String id, InternalOrigin within) {
            var uri = BASE + (id == null ? path : path.replace("{id}", id));
            return (HttpServletRequest)
                    Proxy.newProxyInstance(
                            InternalApiCalls.class.getClassLoader(),
                            new Class<?>[] {HttpServletRequest.class},
                            (_, asked, with) ->
                                    switch (asked.getName()) {
                                        case "getMethod" -> "POST";
                                        case "getRequestURI" -> uri;
                                        case "getHeader" -> null;
                                        case "getAttribute" ->
                                                InternalOrigin.ATTRIBUTE.equals(with[0])
                                                        ? within
                                                        : null;
                                        default ->
                                                throw new UnsupportedOperationException(
                                                        "Missing in a row: " + asked);
                                    });
        }
    }
}

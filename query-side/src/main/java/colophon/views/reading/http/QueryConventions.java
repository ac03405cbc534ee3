package colophon.views.reading.http;

import colophon.views.reading.Edition;
import colophon.views.reading.Library;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.Reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What every query does before its own work: refuse parameters it does not know, wait for {@code
 * after}, take the edition that it answers from, and say its position.
 */
final class QueryConventions implements HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final String EDITION = QueryConventions.class.getName() + ".edition";
    private static final Duration USUAL_WAIT = Duration.ofSeconds(2);
    private static final int LONGEST_WAIT = 30;
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,15}");
    private static final Pattern WAIT =
            Pattern.compile(
                    "(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,9})\"?", Pattern.CASE_INSENSITIVE);

    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();
    private final Library library;
    private final Reading reading;

    QueryConventions(Library library, Reading reading) {
        this.library = library;
        this.reading = reading;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true;
        if (!method.getBeanType().getPackageName().startsWith("colophon.views")) return true;
        refuseUnknown(request, method);
        waitFor(request, response);
        var edition = library.edition();
        request.setAttribute(EDITION, edition);
        response.setHeader("Event-Position", Long.toString(edition.position()));
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Edition.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return request.getAttribute(EDITION, RequestAttributes.SCOPE_REQUEST);
    }

    private void refuseUnknown(HttpServletRequest request, HandlerMethod method) {
        var allowed = known.computeIfAbsent(method.getMethod(), _ -> parameters(method));
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!allowed.contains(name))
                                throw QueryProblem.UNKNOWN_PARAMETER.because(
                                        "'" + name + "' is not a parameter of this query");
                            if (values.length > 1)
                                throw QueryProblem.INVALID_PARAMETER.because(
                                        "'" + name + "' is given " + values.length + " times");
                        });
    }

    private Set<String> parameters(HandlerMethod method) {
        var all = new HashSet<>(Set.of("after"));
        for (var parameter : method.getMethodParameters()) {
            var annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation == null) continue;
            parameter.initParameterNameDiscovery(names);
            var name =
                    annotation.name().isEmpty() ? parameter.getParameterName() : annotation.name();
            if (name != null) all.add(name);
        }
        return Set.copyOf(all);
    }

    private void waitFor(HttpServletRequest request, HttpServletResponse response) {
        var after = request.getParameter("after");
        if (after == null) return;
        if (!POSITION.matcher(after).matches())
            throw QueryProblem.INVALID_PARAMETER.because(
                    "after is '" + after + "', not the number of a commit");
        if (reading.awaitPosition(Long.parseLong(after), patience(request, response))) return;
        response.setHeader("Event-Position", Long.toString(library.edition().position()));
        throw QueryProblem.NOT_CAUGHT_UP.because(
                "The views have read up to " + reading.position() + ", not yet to " + after);
    }

    private static Duration patience(HttpServletRequest request, HttpServletResponse response) {
        var prefer = request.getHeader("Prefer");
        if (prefer == null) return USUAL_WAIT;
        var wait = WAIT.matcher(prefer);
        if (!wait.find()) return USUAL_WAIT;
        int seconds = Math.min(LONGEST_WAIT, Integer.parseInt(wait.group(1)));
        response.setHeader("Preference-Applied", "wait=" + seconds);
        return Duration.ofSeconds(seconds);
    }
}

package colophon.views.reading.http;

import colophon.views.reading.Edition;
import colophon.views.reading.Library;
import colophon.views.reading.Onlooker;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.Reading;
import colophon.views.reading.Sight;
import colophon.views.reading.past.Log;
import colophon.views.reading.past.Past;
import colophon.views.reading.past.Past.Until;
import colophon.views.reading.past.Retrospective;
import colophon.views.reading.past.Whose;

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
import org.springframework.web.servlet.HandlerMapping;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Runs before every query: refuses unknown parameters, waits for {@code after}, chooses the edition
 * of the present or of the past, and adds the position to the answer.
 */
final class QueryConventions implements HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final String EDITION = QueryConventions.class.getName() + ".edition";
    private static final String ONLOOKER = QueryConventions.class.getName() + ".onlooker";

    /**
     * No subject has this id. The past of a hidden subject is answered like that of an unknown one.
     */
    private static final String NOTHING = "";

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
    private final History history;
    private final Supplier<Sight> sight;

    QueryConventions(Library library, Reading reading, History history, Supplier<Sight> sight) {
        this.library = library;
        this.reading = reading;
        this.history = history;
        this.sight = sight;
    }

    /**
     * What is needed to answer about the past.
     *
     * @param clock decides what lies in the future
     * @param whose decides whether the subject may be shown
     * @param queries the paths of all queries about the past
     */
    record History(Past past, Log log, Clock clock, Whose whose, Supplier<List<String>> queries) {}

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true;
        if (!method.getBeanType().getPackageName().startsWith("colophon.views")) return true;
        refuseUnknown(request, method);
        waitFor(request, response);
        var onlooker = new Onlooker(sight.get(), library.edition());
        request.setAttribute(ONLOOKER, onlooker);
        var edition = edition(request, response, method, onlooker);
        request.setAttribute(EDITION, edition);
        response.setHeader("Event-Position", Long.toString(edition.position()));
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Edition.class
                || parameter.getParameterType() == Onlooker.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var name = parameter.getParameterType() == Edition.class ? EDITION : ONLOOKER;
        return request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
    }

    private void refuseUnknown(HttpServletRequest request, HandlerMethod method) {
        var allowed = known.computeIfAbsent(method.getMethod(), _ -> parameters(method));
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!allowed.contains(name))
                                throw QueryProblem.UNKNOWN_PARAMETER.because(unknown(name));
                            if (values.length > 1)
                                throw QueryProblem.INVALID_PARAMETER.because(
                                        "'" + name + "' is given " + values.length + " times");
                        });
    }

    private String unknown(String name) {
        var text = "'" + name + "' is not a parameter of this query";
        return Moment.PARAMETERS.contains(name)
                ? text + "; it is one of " + String.join(", ", history.queries.get())
                : text;
    }

    private Set<String> parameters(HandlerMethod method) {
        var all = new HashSet<>(Set.of("after"));
        if (method.hasMethodAnnotation(Retrospective.class)) all.addAll(Moment.PARAMETERS);
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
        waitFor(Long.parseLong(after), request, response);
    }

    private void waitFor(long position, HttpServletRequest request, HttpServletResponse response) {
        if (reading.awaitPosition(position, patience(request, response))) return;
        response.setHeader("Event-Position", Long.toString(library.edition().position()));
        throw QueryProblem.NOT_CAUGHT_UP.because(
                "The views have read up to " + reading.position() + ", not yet to " + position);
    }

    private Edition edition(
            HttpServletRequest request,
            HttpServletResponse response,
            HandlerMethod method,
            Onlooker onlooker) {
        var retrospective = method.getMethodAnnotation(Retrospective.class);
        if (retrospective == null) return onlooker.now();
        var moment = Moment.of(request);
        if (moment.asOf() == null && moment.knownAt() == null) return onlooker.now();
        if (moment.knownAt() == null) return past(request, retrospective, moment, null, onlooker);
        var position = history.log.knownAt(moment.knownAt());
        waitFor(position, request, response);
        return past(request, retrospective, moment, position, onlooker);
    }

    private Edition past(
            HttpServletRequest request,
            Retrospective retrospective,
            Moment moment,
            @Nullable Long position,
            Onlooker onlooker) {
        // read again: waiting may have taken some time
        var now = library.edition();
        var subject = retrospective.value();
        var id = id(request);
        return history.past.of(
                now,
                subject,
                history.whose.mayBeShown(onlooker, subject, id) ? id : NOTHING,
                new Until(
                        moment.asOf(),
                        notToCome(moment.knownAt()),
                        position == null ? now.position() : position));
    }

    /** A future instant does not tell which day it is, so the present does. */
    private @Nullable Instant notToCome(@Nullable Instant knownAt) {
        var now = history.clock.instant();
        return knownAt != null && knownAt.isAfter(now) ? now : knownAt;
    }

    private static String id(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                ? String.valueOf(variables.get("id"))
                : "";
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

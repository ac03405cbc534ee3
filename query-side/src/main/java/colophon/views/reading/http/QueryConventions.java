package colophon.views.reading.http;

import colophon.api.access.ReadAccess;
import colophon.api.problem.RequestProblem;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.reading.past.PastEvents;
import colophon.views.reading.past.PastViews;
import colophon.views.reading.past.PastViews.Cutoff;
import colophon.views.reading.past.SupportsTimeTravel;
import colophon.views.reading.past.TimeTravelAccess;

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
 * Runs before every query: refuses unknown parameters, waits for {@code after}, chooses the
 * snapshot of the present or of the past, and adds the position to the answer.
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
    private final ViewDatabase database;
    private final ViewPosition viewPosition;
    private final TimeTravelSupport history;
    private final Supplier<ReadAccess> sight;

    QueryConventions(
            ViewDatabase database,
            ViewPosition viewPosition,
            TimeTravelSupport history,
            Supplier<ReadAccess> sight) {
        this.database = database;
        this.viewPosition = viewPosition;
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
    record TimeTravelSupport(
            PastViews past,
            PastEvents log,
            Clock clock,
            TimeTravelAccess whose,
            Supplier<List<String>> queries) {}

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true;
        if (!method.getBeanType().getPackageName().startsWith("colophon.views")) return true;
        refuseUnknown(request, method);
        waitFor(request, response);
        var viewer = new Viewer(sight.get(), database.snapshot());
        request.setAttribute(ONLOOKER, viewer);
        var snapshot = snapshot(request, response, method, viewer);
        request.setAttribute(EDITION, snapshot);
        response.setHeader("Event-Position", Long.toString(snapshot.position()));
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ViewSnapshot.class
                || parameter.getParameterType() == Viewer.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var name = parameter.getParameterType() == ViewSnapshot.class ? EDITION : ONLOOKER;
        return request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
    }

    private void refuseUnknown(HttpServletRequest request, HandlerMethod method) {
        var allowed = known.computeIfAbsent(method.getMethod(), _ -> parameters(method));
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!allowed.contains(name))
                                throw RequestProblem.UNKNOWN_PARAMETER.because(unknown(name));
                            if (values.length > 1)
                                throw RequestProblem.INVALID_PARAMETER.because(
                                        "'" + name + "' is given " + values.length + " times");
                        });
    }

    private String unknown(String name) {
        var text = "'" + name + "' is not a parameter of this query";
        return PastMoment.PARAMETERS.contains(name)
                ? text + "; it is one of " + String.join(", ", history.queries.get())
                : text;
    }

    private Set<String> parameters(HandlerMethod method) {
        var all = new HashSet<>(Set.of("after"));
        if (method.hasMethodAnnotation(SupportsTimeTravel.class)) all.addAll(PastMoment.PARAMETERS);
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
            throw RequestProblem.INVALID_PARAMETER.because(
                    "after is '" + after + "', not the number of a commit");
        waitFor(Long.parseLong(after), request, response);
    }

    private void waitFor(long position, HttpServletRequest request, HttpServletResponse response) {
        if (viewPosition.awaitPosition(position, patience(request, response))) return;
        response.setHeader("Event-Position", Long.toString(database.snapshot().position()));
        throw QueryProblem.NOT_CAUGHT_UP.because(
                "The views have read up to "
                        + viewPosition.position()
                        + ", not yet to "
                        + position);
    }

    private ViewSnapshot snapshot(
            HttpServletRequest request,
            HttpServletResponse response,
            HandlerMethod method,
            Viewer viewer) {
        var retrospective = method.getMethodAnnotation(SupportsTimeTravel.class);
        if (retrospective == null) return viewer.now();
        var moment = PastMoment.of(request);
        if (moment.asOf() == null && moment.knownAt() == null) return viewer.now();
        if (moment.knownAt() == null) return past(request, retrospective, moment, null, viewer);
        var position = history.log.knownAt(moment.knownAt());
        waitFor(position, request, response);
        return past(request, retrospective, moment, position, viewer);
    }

    private ViewSnapshot past(
            HttpServletRequest request,
            SupportsTimeTravel retrospective,
            PastMoment moment,
            @Nullable Long position,
            Viewer viewer) {
        // read again: waiting may have taken some time
        var now = database.snapshot();
        var subject = retrospective.value();
        var id = id(request);
        return history.past.of(
                now,
                subject,
                history.whose.mayBeShown(viewer, subject, id) ? id : NOTHING,
                new Cutoff(
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

package colophon.security.content;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Refuses content types that a route does not read or write, before the route does anything. */
public final class RouteContentCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeException {
        if (!(handler instanceof HandlerMethod)) return true; // a file, or OPTIONS
        if (request.getDispatcherType() == DispatcherType.ERROR) return true;
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var content = RouteContents.of(request.getMethod(), String.valueOf(pattern));
        if (content != null) content.check(request);
        return true;
    }
}

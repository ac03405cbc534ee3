package colophon.views.disclosure;

import colophon.api.problem.RequestProblem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads the interest that a client states for its query; without one, its role stands for it. An
 * invalid header is refused before any record is looked up. A later refusal would happen only where
 * a student was found, so it would disclose the student without recording it.
 */
@Configuration(proxyBeanMethods = false)
class AccessPurposeConfiguration implements WebMvcConfigurer, HandlerInterceptor {

    private static final String HEADER = "Interest";
    private static final int LONGEST = 200;

    /** The stated interest, null if there is none. Throws invalid-parameter. */
    static @Nullable String of(HttpServletRequest request) {
        var stated = request.getHeader(HEADER);
        if (stated == null || stated.isBlank()) return null;
        if (stated.length() > LONGEST
                || stated.chars().anyMatch(character -> Character.isISOControl(character)))
            throw RequestProblem.INVALID_PARAMETER.because(
                    HEADER + " has 1 to " + LONGEST + " visible characters");
        return stated.strip();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("colophon.views")) of(request);
        return true;
    }
}

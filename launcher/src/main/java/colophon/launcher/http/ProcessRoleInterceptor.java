package colophon.launcher.http;

import colophon.launcher.roles.ProcessRoles;
import colophon.launcher.roles.ProcessRoles.ProcessRole;
import colophon.security.http.RequestPath;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses requests that belong to a process with another role. A misconfigured proxy should be
 * noticed, not compensated.
 */
@Component
class ProcessRoleInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final ProcessRoles roles;

    ProcessRoleInterceptor(ProcessRoles roles) {
        this.roles = roles;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var path = RequestPath.of(request);
        var needed = needed(request.getMethod(), path);
        if (needed == null || roles.include(needed)) return true;
        throw HttpProblem.NOT_THIS_PROCESS.because(
                "This process has the roles %s; this request needs the role %s."
                        .formatted(roles, needed.word()));
    }

    /** The role that a process needs to answer; null if every process answers. */
    static @Nullable ProcessRole needed(String method, String path) {
        if (isEverywhere(method, path)) return null;
        if (path.equals("/api/v1/imports") || path.startsWith("/api/v1/imports/"))
            return ProcessRole
                    .COMMAND; // command processes carry out imports and know their progress
        if (!path.startsWith("/api/")) return ProcessRole.WEB;
        return isQuestion(method) ? ProcessRole.QUERY : ProcessRole.COMMAND;
    }

    private static boolean isEverywhere(String method, String path) {
        return method.equals(HttpMethod.OPTIONS.name())
                || path.startsWith("/actuator")
                || path.startsWith("/v3/api-docs")
                || path.startsWith("/problems/")
                || path.equals("/error");
    }

    private static boolean isQuestion(String method) {
        return method.equals(HttpMethod.GET.name()) || method.equals(HttpMethod.HEAD.name());
    }
}

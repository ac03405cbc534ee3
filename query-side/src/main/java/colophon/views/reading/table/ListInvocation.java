package colophon.views.reading.table;

import colophon.api.paging.Items;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Invokes a list query. If a table is requested, it invokes the query again for each page, with the
 * same arguments except for the cursor, and so on the same snapshot. List queries need no code for
 * tables.
 */
final class ListInvocation extends ServletInvocableHandlerMethod {

    private static final int LONGEST_PAGE = 200;

    ListInvocation(HandlerMethod list) {
        super(list);
        setParameterNameDiscoverer(new DefaultParameterNameDiscoverer());
    }

    static boolean isList(HandlerMethod method) {
        return method.getMethod().getReturnType() == Items.class;
    }

    /** The record type of the items of a list. */
    static Class<?> row(HandlerMethod list) {
        return Objects.requireNonNull(
                ResolvableType.forMethodReturnType(list.getMethod()).getGeneric(0).resolve());
    }

    @Override
    public @Nullable Object invokeForRequest(
            NativeWebRequest request,
            @Nullable ModelAndViewContainer container,
            @Nullable Object... provided)
            throws Exception {
        var form = preferred(request);
        if (form == null) return super.invokeForRequest(request, container, provided);
        var arguments = getMethodArgumentValues(request, container, provided);
        var limit = place("limit");
        var whole = request.getParameter("limit") == null;
        if (limit >= 0 && whole) arguments[limit] = LONGEST_PAGE;
        var first = page(arguments);
        var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        // an entity tag needs the whole answer before the first byte, so only short tables get one
        if (first.next() != null && whole) ShallowEtagHeaderFilter.disableContentCaching(servlet);
        request.setAttribute(
                HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE,
                Set.of(form.mediaType()),
                RequestAttributes.SCOPE_REQUEST);
        return new Table(
                form,
                name(servlet),
                TableColumns.of(row(this)),
                whole ? first : new Items<>(first.items(), null),
                cursor -> pageAt(arguments, cursor));
    }

    /** Joins several Accept headers into one, as HTTP defines it. */
    private static @Nullable TableFormat preferred(NativeWebRequest request) {
        var lines = request.getHeaderValues(HttpHeaders.ACCEPT);
        return TableFormat.preferredBy(lines == null ? null : String.join(",", lines));
    }

    private Items<?> pageAt(@Nullable Object[] arguments, String cursor) {
        arguments[place("cursor")] = cursor;
        try {
            return page(arguments);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Items<?> page(@Nullable Object[] arguments) throws Exception {
        return (Items<?>) Objects.requireNonNull(doInvoke(arguments));
    }

    private int place(String parameter) {
        for (var one : getMethodParameters()) {
            one.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            if (parameter.equals(one.getParameterName())) return one.getParameterIndex();
        }
        return -1;
    }

    /** The name of the file, from the path without its common prefix: offerings-o-1-roster. */
    private static String name(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var steps = List.of(path.replaceFirst("^/api/v1/", "").split("/"));
        return String.join("-", steps).replaceAll("[^A-Za-z0-9._-]", "_");
    }
}

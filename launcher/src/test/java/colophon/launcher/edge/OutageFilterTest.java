package colophon.launcher.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.storage.log.LogUnavailableException;

import com.mongodb.MongoTimeoutException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.util.List;

class OutageFilterTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sign-in");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final OutageFilter filter =
            new OutageFilter(
                    (_, answer, _, _) -> {
                        answer.setStatus(503);
                        return new ModelAndView();
                    });

    @Test
    void what_a_filter_meets_is_answered_as_behind_the_filters() throws Exception {
        var outage = new LogUnavailableException("The accounts: EIO", new IOException("EIO"));
        for (var thrown : List.of(outage, new ServletException(new MongoTimeoutException("no")))) {
            response.reset();
            filter.doFilter(request, response, failing(thrown));
            assertThat(response.getStatus()).isEqualTo(503);
            request.removeAttribute("outagesInFilters.FILTERED");
        }
    }

    @Test
    void a_defect_stays_a_defect() {
        assertThatThrownBy(
                        () ->
                                filter.doFilter(
                                        request, response, failing(new IllegalStateException())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_has_begun_is_not_answered_twice() {
        response.setCommitted(true);
        assertThatThrownBy(
                        () ->
                                filter.doFilter(
                                        request, response, failing(new MongoTimeoutException(""))))
                .isInstanceOf(MongoTimeoutException.class);
    }

    private static FilterChain failing(Exception e) {
        return (_, _) -> {
            if (e instanceof ServletException servlet) throw servlet;
            throw (RuntimeException) e;
        };
    }
}

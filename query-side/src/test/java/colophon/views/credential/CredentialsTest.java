package colophon.views.credential;

import static colophon.views.Given.day;
import static colophon.views.Given.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialSuperseded;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

@Tag("io")
class CredentialsTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void confer() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(
                new CertificateConferred(
                        "k-1",
                        "s-1",
                        "cert-rbs",
                        "p-rbs",
                        "rbs",
                        1,
                        null,
                        List.of("e-1"),
                        List.of(),
                        null,
                        day("2026-05-20")));
    }

    @Test
    void anybody_may_see_that_it_is_valid_and_not_whose_it_is() throws Exception {
        assertThat(world.answer("/credentials/k-1"))
                .isEqualTo(
                        "{\"id\":\"k-1\",\"certificateTitle\":\"Certificate"
                                + " cert-rbs\",\"institution\":\"Institution"
                                + " rbs\",\"conferredOn\":\"2026-05-20\",\"status\":\"valid\"}");
    }

    @Test
    void a_revocation_and_its_end_show() throws Exception {
        world.commit(
                new CredentialRevoked(
                        "k-1", "s-1", "cert-rbs", true, "plagiarism", day("2026-05-21")));
        shows("revoked");
        world.commit(
                new CredentialReinstated("k-1", "s-1", "cert-rbs", "wrong", day("2026-05-22")));
        shows("valid");
    }

    @Test
    void one_that_was_replaced_is_superseded() throws Exception {
        world.commit(
                new CredentialSuperseded(
                        "k-1", "s-1", "cert-rbs", "k-2", "wrong student", day("2026-05-21")));
        shows("superseded");
    }

    @Test
    void what_was_never_conferred_is_not_found() throws Exception {
        world.ask("/credentials/k-9")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.reason").value("credential-not-found"));
    }

    private void shows(String status) throws Exception {
        world.ask("/credentials/k-1").andExpect(jsonPath("$.status").value(status));
    }
}

package colophon.security.accounts;

import static colophon.security.SecurityInstallation.json;
import static colophon.security.SecurityInstallation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import colophon.api.access.Role;
import colophon.security.SecurityInstallation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import java.util.List;

@Tag("io")
class UserAccountsApiTest {

    private static final String PERSON =
            "{'id':'a','kind':'person','name':'ada','roles':['registrar'],'institutions':['alpha'],'secret':'correct"
                + " horse battery'}";
    private static final String PROGRAM =
            "{'id':'a','kind':'program','name':'robot','roles':['student'],'studentId':'s-1'}";

    private SecurityInstallation here;

    @BeforeEach
    void start() {
        here = SecurityInstallation.embedded();
    }

    @AfterEach
    void stop() {
        here.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'a','kind':'person','name':'ada','roles':['registrar'],'institutions':['alpha'],'secret':'another"
                    + " horse battery'}",
                "{'id':'a','kind':'person','name':'ada','roles':['registrar'],'institutions':['alpha']}",
                "{'id':'a','kind':'person','name':'ada','roles':['registrar'],'institutions':['beta'],'secret':'correct"
                    + " horse battery'}",
                "{'id':'a','kind':'person','name':'ada','roles':['registrar'],'institutions':['alpha','beta'],'secret':'correct"
                    + " horse battery'}",
                "{'id':'a','kind':'person','name':'ada','roles':['registrar'],'institutions':[],'secret':'correct"
                    + " horse battery'}",
                "{'id':'a','kind':'person','name':'ada','roles':['registrar'],'secret':'correct"
                        + " horse battery'}",
                "{'id':'a','kind':'person','name':'ada','roles':['bursar'],'institutions':['alpha'],'secret':'correct"
                    + " horse battery'}",
                "{'id':'a','kind':'person','name':'ada','roles':['registrar','student'],'studentId':'s','institutions':['alpha'],'secret':'correct"
                    + " horse battery'}",
                "{'id':'a','kind':'person','name':'eva','roles':['registrar'],'institutions':['alpha'],'secret':'correct"
                    + " horse battery'}",
                "{'id':'a','kind':'program','name':'ada','roles':['registrar'],'institutions':['alpha'],'secret':'correct"
                    + " horse battery'}",
            })
    void theSameIdWithAnythingElseIsRefused(String other) {
        assertThat(make(PERSON).getStatus()).isEqualTo(201);
        var before = here.accounts.find("a").orElseThrow();

        var answer = make(other);

        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(409);
        assertThat(json(answer, "reason")).isEqualTo("account-taken");
        assertThat(here.accounts.find("a")).contains(before);
        assertThat(make(PERSON).getStatus()).isEqualTo(200);
    }

    @Test
    void aProgramIsTheSameWithoutASecretOnly() {
        var made = make(PROGRAM);
        assertThat(made.getStatus()).isEqualTo(201);
        var again = make(PROGRAM);
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(json(again, "secret")).isEmpty();
        assertThat(make(PROGRAM.replace("s-1", "s-2")).getStatus()).isEqualTo(409);
        assertThat(
                        make(PROGRAM.replace("'roles'", "'secret':'correct horse battery','roles'"))
                                .getStatus())
                .isEqualTo(409);
        assertThat(
                        make(PROGRAM.replace(
                                        "'roles'",
                                        "'secret':'" + json(made, "secret") + "','roles'"))
                                .getStatus())
                .isEqualTo(200);
    }

    @Test
    void aPersonIsTheSameWhileTheLinkIsThere() {
        var person = PERSON.replace(",'secret':'correct horse battery'", "");
        assertThat(json(make(person), "passwordLink")).isNotEmpty();
        var again = make(person);
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(text(again)).doesNotContain("#");
        here.accounts.change("a", it -> it.withSecret(here.secrets.encode("of her own, later")));
        assertThat(make(person).getStatus()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password1234", "            ", "short", "adaadaadaada", "aaaaaaaaaaaa", ""})
    void aSecretThatIsEasyToGuessIsRefused(String secret) {
        var answer = make(PERSON.replace("correct horse battery", secret));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(json(answer, "reason")).isEqualTo("password-refused");
        assertThat(json(answer, "detail")).isNotEmpty();
        assertThat(here.accounts.find("a")).isEmpty();

        assertThat(make(PERSON).getStatus()).isEqualTo(201);
        var reset = here.tell("/api/v1/accounts/a/secret", "{\"secret\":\"" + secret + "\"}");
        assertThat(reset.getStatus()).isEqualTo(400);
        assertThat(here.comesIn(new MockHttpSession(), "ada", "correct horse battery")).isTrue();
    }

    @Test
    void whatChangesTheRightsRaisesTheGenerationAndWhatDoesNotDoesNot() {
        make(PERSON);
        assertThat(generation()).isEqualTo(1);
        rights("{\"roles\":[\"registrar\"],\"institutions\":[\"alpha\"]}");
        assertThat(generation()).isEqualTo(1);
        rights("{\"roles\":[\"registrar\"],\"institutions\":[\"beta\"]}");
        assertThat(generation()).isEqualTo(2);
        here.tell("/api/v1/accounts/a/disabling", "");
        assertThat(generation()).isEqualTo(3);
        here.tell("/api/v1/accounts/a/enabling", "");
        assertThat(generation()).isEqualTo(4);
        here.tell("/api/v1/accounts/a/secret", "{}");
        assertThat(generation()).isEqualTo(5);
        here.tell("/api/v1/accounts/a/secret", "{\"secret\":\"correct horse battery\"}");
        assertThat(generation()).isEqualTo(6);
    }

    private long generation() {
        return here.accounts.find("a").orElseThrow().generation();
    }

    @Test
    void pagesFollowEachOtherAndTakeNoOtherCursor() {
        for (var name : List.of("ada", "ben", "eva")) here.person(name, Role.AUDITOR);
        var first = list("?limit=2");
        assertThat(text(first)).contains("ada", "ben").doesNotContain("eva");
        var second = list("?limit=2&cursor=" + json(first, "next"));
        assertThat(text(second)).contains("eva").doesNotContain("ada", "ben", "\"next\":\"");
        for (var wrong :
                List.of(
                        "?limit=0",
                        "?limit=201",
                        "?kind=robots",
                        "?cursor=ada",
                        "?kind=program&cursor=" + json(first, "next")))
            assertThat(list(wrong).getStatus()).as(wrong).isEqualTo(400);
    }

    private MockHttpServletResponse list(String query) {
        return here.send(
                get("/api/v1/accounts" + query)
                        .header("Authorization", "Bearer " + here.token("root", "root-secret")));
    }

    private void rights(String json) {
        var request =
                put("/api/v1/accounts/a/rights")
                        .header("Authorization", "Bearer " + here.token("root", "root-secret"))
                        .contentType("application/json")
                        .content(json);
        assertThat(here.send(request).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse make(String json) {
        return here.tell("/api/v1/accounts", json.replace('\'', '"'));
    }
}

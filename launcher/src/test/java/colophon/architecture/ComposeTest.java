package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The shipped containers have no more rights than they need. */
class ComposeTest {

    private static final Map<String, Map<String, Object>> SERVICES = services();
    private static final JsonNode REALM =
            JsonMapper.shared().readTree(House.paper("deploy/keycloak/realm.json"));

    static Stream<String> all() {
        return SERVICES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_container_has_no_rights_of_root_no_way_to_more_and_no_disk_of_its_own(String name) {
        var service = requireNonNull(SERVICES.get(name));
        assertThat(service)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKeys("pids_limit", "ulimits", "logging")
                .doesNotContainKeys("privileged", "pid", "network_mode", "devices");
    }

    /** Without a trusted proxy, no header about the client's address is trusted. */
    @ParameterizedTest
    @ValueSource(strings = {"command-1", "command-2", "query-1", "query-2"})
    void a_process_behind_the_proxy_believes_it_where_a_request_came_from(String name) {
        assertThat(String.valueOf(requireNonNull(SERVICES.get(name)).get("command")))
                .contains("--server.forward-headers-strategy=native");
        assertThat(House.paper("launcher/src/main/resources/application.properties"))
                .contains("\nserver.forward-headers-strategy=none\n");
    }

    @Test
    void the_proxy_says_who_came_to_it_and_nothing_that_they_said() {
        assertThat(House.paper("deploy/nginx/nginx.conf"))
                .contains("proxy_set_header X-Forwarded-For $remote_addr;")
                .contains("proxy_set_header Forwarded \"\";")
                .contains("proxy_set_header X-Forwarded-Host \"\";")
                .contains("proxy_set_header X-Forwarded-Proto \"\";")
                .doesNotContain("proxy_add_x_forwarded_for");
    }

    /** The session cookie has one name without TLS and another with TLS. */
    @Test
    void the_proxy_knows_a_session_by_each_of_its_names() {
        var known =
                Pattern.compile("\"~(.*SESSION=.*)\" web;")
                        .matcher(House.paper("deploy/nginx/nginx.conf"));
        assertThat(known.find()).isTrue();
        var session = Pattern.compile(known.group(1));
        for (var cookie : List.of("SESSION=a", "a=b; __Host-SESSION=a", "__Host-SESSION=a; c=d"))
            assertThat(session.matcher(cookie).find()).as(cookie).isTrue();
        for (var cookie : List.of("", "SESSION=", "XSESSION=a", "a=b; KNOWN=SESSION"))
            assertThat(session.matcher(cookie).find()).as(cookie).isFalse();
    }

    @Test
    void ports_are_open_to_this_machine_only() {
        for (var service : SERVICES.values())
            if (service.get("ports") instanceof List<?> ports)
                assertThat(ports).allMatch(port -> port.toString().startsWith("127.0.0.1:"));
    }

    @Test
    void the_realm_has_a_password_policy_and_slows_down_guessing() {
        assertThat(REALM.at("/passwordPolicy").asString())
                .contains("length(12)", "notUsername", "notEmail");
        assertThat(REALM.at("/bruteForceProtected").asBoolean()).isTrue();
        assertThat(REALM.at("/failureFactor").asInt()).isBetween(1, 10);
        assertThat(REALM.at("/registrationAllowed").asBoolean()).isFalse();
        for (var client : REALM.at("/clients"))
            assertThat(client.at("/directAccessGrantsEnabled").asBoolean(true)).isFalse();
    }

    @Test
    void the_realm_has_one_administrator_named_as_the_first() {
        assertThat(StreamSupport.stream(REALM.at("/users").spliterator(), false))
                .extracting(user -> user.at("/serviceAccountClientId").asString())
                .containsExactly("first-administrator");
        assertThat(REALM.at("/defaultRole").toString()).doesNotContain("administrator");
    }

    private static Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml().load(House.paper("docker-compose.yml"));
        return requireNonNull(file.get("services"));
    }
}

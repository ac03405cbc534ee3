package colophon.system.driver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import colophon.container.Images;

import com.github.dockerjava.api.DockerClient;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A Keycloak for one test, with its administrator. The script starts it with the same realm as
 * docker-compose does.
 */
public final class Keycloak implements AutoCloseable {

    /**
     * The realm's idea of the program's address. The test forwards its redirects to the real one.
     */
    public static final String PUBLIC_URL = "http://localhost:8080";

    /** The password of every person, and the secret of every program. */
    public static final String SECRET = "correct horse battery";

    private static final String IMAGE =
            Images.named("COLOPHON_TEST_KEYCLOAK_IMAGE", "quay.io/keycloak/keycloak:26.7");
    private static final String REALM = "/realms/colophon";
    private static final String MANAGED = "/admin/realms/colophon";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final GenericContainer<?> container;
    private final Browser http;

    /** The tokens that a person gets for a code. */
    public record Tokens(String access, String id, String refresh) {}

    private Keycloak(GenericContainer<?> container) {
        this.container = container;
        this.http =
                new Browser(
                        "http://%s:%d"
                                .formatted(container.getHost(), container.getMappedPort(8080)));
    }

    /** Why Keycloak cannot be started, and what to do; empty if it can. */
    static String whyNot() {
        var why = Images.whyNot(IMAGE);
        return why.isEmpty()
                ? ""
                : "Not run: it needs a Keycloak, and %s. Run .ci/images and give the image it makes in COLOPHON_TEST_KEYCLOAK_IMAGE."
                        .formatted(why);
    }

    /** Starts a Keycloak; throws if that is not possible. */
    @SuppressWarnings("resource") // ends when this is closed
    public static Keycloak start() {
        var shipped = Program.root().resolve("deploy/keycloak");
        var container =
                Images.container(IMAGE)
                        .withCopyFileToContainer(
                                MountableFile.forHostPath(shipped.resolve("realm.json"), 0644),
                                "/opt/keycloak/data/import/colophon.json")
                        .withCopyFileToContainer(
                                MountableFile.forHostPath(shipped.resolve("start"), 0755),
                                "/usr/local/bin/identity")
                        .withCreateContainerCmdModifier(
                                it -> it.withEntrypoint("bash", "/usr/local/bin/identity"))
                        .withEnv("KC_DB", "dev-file")
                        .withEnv("KC_CACHE", "local")
                        .withEnv("KC_HEALTH_ENABLED", "true")
                        .withEnv("KC_HTTP_ENABLED", "true")
                        // The port is not known before the start, so Keycloak takes its address
                        // from each request.
                        .withEnv("KC_HOSTNAME_STRICT", "false")
                        .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
                        .withEnv("COLOPHON_PUBLIC_URL", PUBLIC_URL)
                        .withExposedPorts(8080)
                        .waitingFor(
                                Wait.forHttp(REALM + "/.well-known/openid-configuration")
                                        .forPort(8080)
                                        .withStartupTimeout(Duration.ofMinutes(10)));
        for (var secret :
                List.of(
                        "identity-admin-password",
                        "colophon.oidc.client-secret",
                        "identity-first-administrator-secret",
                        "identity-api-secret"))
            container.withCopyToContainer(Transferable.of(SECRET), "/run/secrets/" + secret);
        container.start();
        return new Keycloak(container);
    }

    /** The option for a process that uses this provider. */
    public String option() {
        return "--colophon.oidc.issuer=" + http.request(REALM).build().uri();
    }

    /** An access token of a program with that name. */
    public String token(String program) {
        var answer = asked(program);
        if (answer.status() != 200) throw new AssertionError("No token: " + answer.text());
        return answer.at("/access_token");
    }

    /** The answer to a program of that name that asks for a token. */
    public Answer asked(String program) {
        return form(
                REALM,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        program,
                        "client_secret",
                        SECRET));
    }

    /** A token of Keycloak's own administrator, from another realm. */
    public String ofAnotherRealm() {
        var form =
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", SECRET);
        return form("/realms/master", form).at("/access_token");
    }

    /** The tokens of a person for our client, requested by the test itself. */
    public Tokens tokens(String person) {
        var verifier = "v".repeat(43);
        var query =
                Map.of(
                        "response_type", "code",
                        "client_id", "colophon",
                        "redirect_uri", PUBLIC_URL + "/login/oauth2/code/provider",
                        "scope", "openid",
                        "state", "of-the-test",
                        "code_challenge_method", "S256",
                        "code_challenge", challenge(verifier));
        var browser = new Browser(http.request("/").build().uri().toString());
        var page = browser.open(REALM + "/protocol/openid-connect/auth?" + Browser.encoded(query));
        var back = browser.fillIn(page, Map.of("username", person, "password", SECRET));
        var code = back.header("Location").replaceAll(".*[?&]code=([^&]*).*", "$1");
        var answer =
                form(
                        REALM,
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                "colophon",
                                "client_secret",
                                SECRET,
                                "redirect_uri",
                                PUBLIC_URL + "/login/oauth2/code/provider",
                                "code",
                                code,
                                "code_verifier",
                                verifier));
        if (answer.status() != 200) throw new AssertionError("No tokens: " + answer.text());
        return new Tokens(
                answer.at("/access_token"), answer.at("/id_token"), answer.at("/refresh_token"));
    }

    /** Adds a role to the realm. */
    public void role(String name) {
        manage("POST", "/roles", object().put("name", name));
    }

    /** Adds a person with these attributes and roles. */
    public void person(String name, Map<String, String> attributes, String... roles) {
        var person = object().put("username", name).put("enabled", true);
        person.putArray("credentials").addObject().put("type", "password").put("value", SECRET);
        give(person, attributes);
        manage("POST", "/users", person);
        giveRoles(idOf(name), roles);
    }

    /** Adds a program like the shipped one, with other roles. */
    public void program(String name, Map<String, String> attributes, String... roles) {
        var client = (ObjectNode) client("colophon-api");
        client.remove("id");
        client.put("clientId", name).put("secret", SECRET);
        client.get("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        manage("POST", "/clients", client);
        var account = (ObjectNode) seen("/clients/" + idOfClient(name) + "/service-account-user");
        give(account, attributes);
        manage("PUT", "/users/" + account.get("id").asString(), account);
        giveRoles(account.get("id").asString(), roles);
    }

    /** Sets how many seconds the program's tokens are valid. */
    public void tokensLive(String program, int seconds) {
        var client = (ObjectNode) client(program);
        ((ObjectNode) client.get("attributes")).put("access.token.lifespan", "" + seconds);
        manage("PUT", "/clients/" + idOfClient(program), client);
    }

    /** Sets another audience for the program's tokens. */
    public void tokensAreFor(String program, String audience) {
        var mappers = "/clients/" + idOfClient(program) + "/protocol-mappers/models";
        for (var mapper : seen(mappers)) {
            if (!mapper.get("name").asString().equals("audience")) continue;
            ((ObjectNode) mapper.get("config")).put("included.custom.audience", audience);
            manage("PUT", mappers + "/" + mapper.get("id").asString(), mapper);
        }
    }

    /** Disables a person. */
    public void disablePerson(String name) {
        manage("PUT", "/users/" + idOf(name), object().put("enabled", false));
    }

    /** Disables a program. */
    public void disableProgram(String name) {
        manage("PUT", "/clients/" + idOfClient(name), object().put("enabled", false));
    }

    /** The id of a person, which is the subject of their tokens. */
    public String idOf(String person) {
        return seen("/users?exact=true&username=" + person).get(0).get("id").asString();
    }

    /** Signs with a new key from now on. Gives the name with which the key can be removed. */
    public String signsWithNewKey(int priority) {
        var name = "key-of-priority-" + priority;
        var key =
                object().put("name", name)
                        .put("providerId", "rsa-generated")
                        .put("providerType", "org.keycloak.keys.KeyProvider");
        key.putObject("config").putArray("priority").add("" + priority);
        manage("POST", "/components", key);
        return name;
    }

    /** Removes a key from the realm. */
    public void takesAway(String key) {
        for (var component : seen("/components?name=" + key))
            manage("DELETE", "/components/" + component.get("id").asString(), object());
    }

    /** Freezes it: it takes connections and answers none. */
    public void pause() {
        docker().pauseContainerCmd(container.getContainerId()).exec();
    }

    /** Continues it. */
    public void unpause() {
        docker().unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void close() {
        container.stop();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    private JsonNode client(String name) {
        return seen("/clients?clientId=" + name).get(0);
    }

    private String idOfClient(String name) {
        return client(name).get("id").asString();
    }

    private void giveRoles(String account, String... roles) {
        var all = JSON.createArrayNode();
        for (var role : roles) all.add(seen("/roles/" + role));
        manage("POST", "/users/" + account + "/role-mappings/realm", all);
    }

    private static void give(ObjectNode account, Map<String, String> attributes) {
        var there = account.putObject("attributes");
        attributes.forEach((name, value) -> there.putArray(name).add(value));
    }

    private JsonNode seen(String path) {
        return managed("GET", path, "").json();
    }

    private void manage(String method, String path, JsonNode body) {
        var _ = managed(method, path, body.toString());
    }

    private Answer managed(String method, String path, String body) {
        var answer =
                http.send(
                        http.request(MANAGED + path)
                                .header("Authorization", "Bearer " + ofAnotherRealm())
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body)));
        if (answer.status() / 100 != 2)
            throw new AssertionError(
                    "%s %s: %d %s".formatted(method, path, answer.status(), answer.text()));
        return answer;
    }

    private Answer form(String realm, Map<String, String> fields) {
        return http.submit(realm + "/protocol/openid-connect/token", fields);
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

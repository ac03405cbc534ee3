package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.system.driver.LogFile;
import colophon.system.driver.Program;
import colophon.system.driver.SharedProgram;
import colophon.system.driver.SharesProgram;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Manipulated tokens, with the real key where that makes the attack stronger. */
@SharesProgram
class TokenTamperingTest {

    private static final String INSTITUTION = "{\"name\":\"I\",\"currency\":\"USD\"}";

    private static Program program;
    private static SignedJWT genuine;
    private static RSAKey key;

    @BeforeAll
    static void start(SharedProgram shared) throws Exception {
        program = shared.program();
        genuine = SignedJWT.parse(program.token());
        try (var connection = LogFile.open(shared.data().resolve("accounts.db"));
                var rows =
                        connection.createStatement().executeQuery("SELECT jwk FROM signing_keys")) {
            key = RSAKey.parse(rows.getString(1));
        }
    }

    @Test
    void a_token_made_anew_with_the_key_opens_the_door() throws Exception {
        assertThat(statusOf(signed(head(), claims()))).isEqualTo(200);
        assertThat(statusOf(genuine.serialize())).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("tampered")
    void no_other_token_does(Tampered it) {
        var head = program.head();
        assertThat(statusOf(it.token())).as(it.name()).isEqualTo(401);
        var command =
                program.send(
                        program.anonymous("/api/v1/institutions")
                                .header("Authorization", "Bearer " + it.token())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(INSTITUTION))
                                .build());
        assertThat(command.status()).as(it.name()).isEqualTo(401);
        assertThat(command.text()).contains("unauthenticated").doesNotContain("Exception");
        assertThat(command.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer");
        program.assertNoCommitSince(head);
    }

    /** The manipulation, and the token. */
    record Tampered(String name, String token) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Tampered> tampered() throws Exception {
        var text = genuine.serialize();
        var parts = List.of(text.split("\\."));
        var other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        var curve = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
        var publicPart = key.toRSAPublicKey().getEncoded();
        var now = Instant.now();
        return Stream.of(
                // the signature
                it("no signature", parts.get(0) + "." + parts.get(1) + "."),
                it("two parts", parts.get(0) + "." + parts.get(1)),
                it("signature cut", text.substring(0, text.length() - 10)),
                it(
                        "signature changed",
                        parts.get(0) + "." + parts.get(1) + "." + turned(parts.get(2))),
                it(
                        "signature of another token",
                        parts.get(0) + "." + payload(c -> c.claim("x", 1)) + "." + parts.get(2)),
                it(
                        "role added under the old signature",
                        parts.get(0)
                                + "."
                                + payload(
                                        c -> c.claim("roles", List.of("administrator", "auditor")))
                                + "."
                                + parts.get(2)),
                it("alg none", new PlainJWT(claims().build()).serialize()),
                it(
                        "alg none with a signature",
                        encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}")
                                + "."
                                + parts.get(1)
                                + "."
                                + parts.get(2)),
                it("alg None", encoded("{\"alg\":\"None\"}") + "." + parts.get(1) + "."),
                it(
                        "HS256 with the public key",
                        signed(head(JWSAlgorithm.HS256), claims(), new MACSigner(publicPart))),
                it(
                        "HS256 with the public key as PEM",
                        signed(head(JWSAlgorithm.HS256), claims(), new MACSigner(pem(publicPart)))),
                it(
                        "ES256 with the attacker's key",
                        signed(head(JWSAlgorithm.ES256), claims(), new ECDSASigner(curve))),
                it("RS512 with the right key", signed(head(JWSAlgorithm.RS512), claims())),
                it("PS256 with the right key", signed(head(JWSAlgorithm.PS256), claims())),
                it(
                        "another key of the same name",
                        signed(head(), claims(), new RSASSASigner(other))),
                // the header
                it(
                        "its own key in the head",
                        signed(head().jwk(other.toPublicJWK()), claims(), new RSASSASigner(other))),
                it(
                        "the address of a key in the head",
                        signed(
                                head().jwkURL(URI.create("http://127.0.0.1:1/keys")),
                                claims(),
                                new RSASSASigner(other))),
                it(
                        "the address of a certificate in the head",
                        signed(
                                head().x509CertURL(URI.create("http://127.0.0.1:1/c")),
                                claims(),
                                new RSASSASigner(other))),
                it(
                        "a path as the name of the key",
                        signed(
                                head().keyID("../../../../dev/null"),
                                claims(),
                                new RSASSASigner(other))),
                it(
                        "SQL as the name of the key",
                        signed(
                                head().keyID("x' UNION SELECT 'k"),
                                claims(),
                                new RSASSASigner(other))),
                it("an unknown key", signed(head().keyID("another"), claims())),
                it("typ JWT", signed(head().type(JOSEObjectType.JWT), claims())),
                it("no typ", signed(head().type(null), claims())),
                it(
                        "typ of a logout token",
                        signed(head().type(new JOSEObjectType("logout+jwt")), claims())),
                it(
                        "something critical",
                        signed(
                                head().criticalParams(Set.of("exp2")).customParam("exp2", 1),
                                claims())),
                // the claims
                it(
                        "expired",
                        signed(head(), claims().expirationTime(Date.from(now.minusSeconds(30))))),
                it("never expires", signed(head(), claims().expirationTime(null))),
                it(
                        "not valid yet",
                        signed(
                                head(),
                                claims().notBeforeTime(Date.from(now.plus(Duration.ofHours(1)))))),
                it("another issuer", signed(head(), claims().issuer("https://issuer.example.org"))),
                it("no issuer", signed(head(), claims().issuer(null))),
                it("for another audience", signed(head(), claims().audience("another"))),
                it("for nobody", signed(head(), claims().audience((String) null))),
                it("nobody's", signed(head(), claims().subject(null))),
                it("of an account there is not", signed(head(), claims().subject("somebody"))),
                it("of a name in place of an id", signed(head(), claims().subject("tests"))),
                it("of a long life", signed(head(), claims().issueTime(new Date(0)))),
                it("of a generation before", signed(head(), claims().claim("generation", 0))),
                it("of a generation to come", signed(head(), claims().claim("generation", 2))),
                it("of half a generation", signed(head(), claims().claim("generation", 1.5))),
                it("of a generation in words", signed(head(), claims().claim("generation", "1"))),
                it("of no generation", signed(head(), claims().claim("generation", null))),
                it("without a time", signed(head(), claims().issueTime(null))),
                // no valid token at all
                it("twice", text + "." + text),
                it("blank inside", text.substring(0, 20) + " " + text.substring(20)),
                it("a word", "administrator"),
                it("the client's secret", Program.CLIENT),
                it("very long", "a".repeat(8_000)));
    }

    @Test
    void what_an_account_loses_its_tokens_lose_at_once() {
        var made = made("{\"kind\":\"program\",\"name\":\"clerk\",\"roles\":[\"administrator\"]}");
        var secret = made.at("/secret").asString();
        var id = made.at("/id").asString();
        var token = tokenOf("clerk", secret);
        assertThat(statusOf(token, "/api/v1/accounts")).isEqualTo(200);

        program.send(
                program.request("/api/v1/accounts/" + id + "/rights")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"roles\":[\"auditor\"]}"))
                        .build());
        assertThat(statusOf(token, "/api/v1/students")).isEqualTo(401);
        token = tokenOf("clerk", secret);
        assertThat(statusOf(token, "/api/v1/accounts")).isEqualTo(403);
        assertThat(statusOf(token, "/api/v1/students")).isEqualTo(200);

        assertThat(program.post("/accounts/" + id + "/disabling", "").status()).isEqualTo(200);
        assertThat(statusOf(token, "/api/v1/students")).isEqualTo(401);
        assertThat(basic("clerk", secret)).isEqualTo(401);

        assertThat(program.post("/accounts/" + id + "/enabling", "").status()).isEqualTo(200);
        assertThat(statusOf(token, "/api/v1/students")).isEqualTo(401);
    }

    @Test
    void a_token_makes_no_session_that_would_outlive_it() {
        var asked = program.send(program.request("/api/v1/students").build());
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.headers().allValues("Set-Cookie")).isEmpty();
        var told = program.post("/institutions", INSTITUTION);
        assertThat(told.status()).isEqualTo(201);
        assertThat(told.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_token_counts_in_the_header_only() {
        var query = program.anonymous("/api/v1/students?access_token=" + genuine.serialize());
        assertThat(program.send(query.build()).status()).isEqualTo(401);
        var cookie =
                program.anonymous("/api/v1/students")
                        .header("Cookie", "SESSION=" + genuine.serialize());
        assertThat(program.send(cookie.build()).status()).isEqualTo(401);
    }

    @Test
    void a_client_that_guesses_at_a_secret_has_to_wait() {
        made("{\"kind\":\"program\",\"name\":\"guessed\",\"roles\":[\"auditor\"]}");
        for (int guess = 0; guess < 5; guess++)
            assertThat(basic("guessed", "wrong-" + guess)).isEqualTo(401);
        assertThat(basic("guessed", "wrong")).isEqualTo(429);
    }

    private static JsonNode made(String account) {
        var made = program.post("/accounts", account);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json();
    }

    private static String tokenOf(String client, String secret) {
        var answer = program.send(tokenRequest(client, secret));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("/access_token").asString();
    }

    private static int basic(String client, String secret) {
        return program.send(tokenRequest(client, secret)).status();
    }

    private static HttpRequest tokenRequest(String client, String secret) {
        return program.tokenRequest(client + ":" + secret);
    }

    private static int statusOf(String token) {
        return statusOf(token, "/api/v1/students");
    }

    private static int statusOf(String token, String path) {
        return program.send(
                        program.anonymous(path).header("Authorization", "Bearer " + token).build())
                .status();
    }

    private static Tampered it(String name, String token) {
        return new Tampered(name, token);
    }

    private static JWSHeader.Builder head() {
        return head(JWSAlgorithm.RS256);
    }

    private static JWSHeader.Builder head(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType("at+jwt"));
    }

    private static JWTClaimsSet.Builder claims() throws ParseException {
        return new JWTClaimsSet.Builder(genuine.getJWTClaimsSet());
    }

    private static String payload(UnaryOperator<JWTClaimsSet.Builder> change)
            throws ParseException {
        return encoded(change.apply(claims()).build().toString());
    }

    private static String signed(JWSHeader.Builder head, JWTClaimsSet.Builder claims)
            throws JOSEException {
        return signed(head, claims, new RSASSASigner(key));
    }

    private static String signed(
            JWSHeader.Builder head, JWTClaimsSet.Builder claims, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(head.build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static String encoded(String json) {
        return Base64URL.encode(json).toString();
    }

    /** Changes the first letter, because the last bits of the last letter may have no meaning. */
    private static String turned(String part) {
        return (part.startsWith("A") ? "B" : "A") + part.substring(1);
    }

    private static byte[] pem(byte[] key) {
        return ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(UTF_8);
    }
}

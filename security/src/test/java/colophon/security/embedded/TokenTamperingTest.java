package colophon.security.embedded;

import static colophon.security.SecurityInstallation.json;
import static colophon.security.SecurityInstallation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.security.SecurityInstallation;
import colophon.security.accounts.UserAccount.Kind;

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

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Manipulated tokens, with the real key where that makes the attack stronger. */
@Tag("io")
class TokenTamperingTest {

    private static final String ACCOUNT =
            "{\"kind\":\"program\",\"name\":\"stranger\",\"roles\":[\"administrator\"]}";

    /** A path for everybody with a role. This module alone has nothing there: 404. */
    private static final String STUDENTS = "/api/v1/students";

    private static final String ACCOUNTS = "/api/v1/accounts";

    private static SecurityInstallation here;
    private static SignedJWT genuine;
    private static RSAKey key;

    @BeforeAll
    static void start() throws Exception {
        here = SecurityInstallation.embedded();
        genuine = SignedJWT.parse(here.token("root", "root-secret"));
        key = RSAKey.parse(here.accounts.keys().getFirst().jwk());
    }

    @AfterAll
    static void stop() {
        here.close();
    }

    @Test
    void a_token_made_anew_with_the_key_opens_the_door() throws Exception {
        assertThat(statusOf(signed(head(), claims()))).isEqualTo(200);
        assertThat(statusOf(genuine.serialize())).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("tampered")
    void no_other_token_does(Tampered it) {
        assertThat(statusOf(it.token())).as(it.name()).isEqualTo(401);
        var command =
                here.send(
                        post(ACCOUNTS)
                                .header("Authorization", "Bearer " + it.token())
                                .contentType("application/json")
                                .content(ACCOUNT));
        assertThat(command.getStatus()).as(it.name()).isEqualTo(401);
        assertThat(text(command)).contains("unauthenticated").doesNotContain("Exception");
        assertThat(command.getHeader("WWW-Authenticate")).startsWith("Bearer");
        assertThat(here.accounts.findByName(Kind.PROGRAM, "stranger")).isEmpty();
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
        var now = here.clock.instant();
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
                it("of a name in place of an id", signed(head(), claims().subject("root"))),
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
                it("the client's secret", "root:root-secret"),
                it("very long", "a".repeat(8_000)));
    }

    @Test
    void what_an_account_loses_its_tokens_lose_at_once() {
        var made = made("{\"kind\":\"program\",\"name\":\"clerk\",\"roles\":[\"administrator\"]}");
        var secret = json(made, "secret");
        var id = json(made, "id");
        var token = here.token("clerk", secret);
        assertThat(statusOf(token)).isEqualTo(200);

        here.send(
                put(ACCOUNTS + "/" + id + "/rights")
                        .header("Authorization", "Bearer " + genuine.serialize())
                        .contentType("application/json")
                        .content("{\"roles\":[\"auditor\"]}"));
        assertThat(statusOf(token, STUDENTS)).isEqualTo(401);
        token = here.token("clerk", secret);
        assertThat(statusOf(token)).isEqualTo(403);
        assertThat(statusOf(token, STUDENTS)).isEqualTo(404);

        assertThat(here.tell(ACCOUNTS + "/" + id + "/disabling", "").getStatus()).isEqualTo(200);
        assertThat(statusOf(token, STUDENTS)).isEqualTo(401);
        assertThat(basic("clerk", secret)).isEqualTo(401);

        assertThat(here.tell(ACCOUNTS + "/" + id + "/enabling", "").getStatus()).isEqualTo(200);
        assertThat(statusOf(token, STUDENTS)).isEqualTo(401);
    }

    @Test
    void a_token_makes_no_session_that_would_outlive_it() {
        var asked =
                here.send(get(ACCOUNTS).header("Authorization", "Bearer " + genuine.serialize()));
        assertThat(asked.getStatus()).isEqualTo(200);
        assertThat(asked.getHeaders("Set-Cookie")).isEmpty();
        var told = made("{\"kind\":\"program\",\"name\":\"other\",\"roles\":[\"auditor\"]}");
        assertThat(told.getHeaders("Set-Cookie")).isEmpty();
    }

    @Test
    void a_token_counts_in_the_header_only() {
        var query = get(ACCOUNTS + "?access_token=" + genuine.serialize());
        assertThat(here.send(query).getStatus()).isEqualTo(401);
        var cookie = get(ACCOUNTS).cookie(new Cookie("SESSION", genuine.serialize()));
        assertThat(here.send(cookie).getStatus()).isEqualTo(401);
    }

    @Test
    void a_client_that_guesses_at_a_secret_has_to_wait() {
        made("{\"kind\":\"program\",\"name\":\"guessed\",\"roles\":[\"auditor\"]}");
        for (int guess = 0; guess < 5; guess++)
            assertThat(basic("guessed", "wrong-" + guess)).isEqualTo(401);
        assertThat(basic("guessed", "wrong")).isEqualTo(429);
    }

    private static MockHttpServletResponse made(String account) {
        var made = here.tell(ACCOUNTS, account);
        assertThat(made.getStatus()).as(text(made)).isEqualTo(201);
        return made;
    }

    private static int basic(String client, String secret) {
        return here.askForToken(client, secret, "127.0.0.1").getStatus();
    }

    private static int statusOf(String token) {
        return statusOf(token, ACCOUNTS);
    }

    private static int statusOf(String token, String path) {
        return here.send(get(path).header("Authorization", "Bearer " + token)).getStatus();
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

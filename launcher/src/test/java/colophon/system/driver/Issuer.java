package colophon.system.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A minimal OpenID Connect provider: its keys, and tokens signed with them. */
public final class Issuer {

    /** The provider for this run of the tests. */
    public static final Issuer SHARED = new Issuer();

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final HttpServer server;
    private final RSAKey key;
    private @Nullable String administrator;
    private Instant until = Instant.EPOCH;
    private volatile JWTClaimsSet person = new JWTClaimsSet.Builder().build();
    private volatile Map<String, String> asked = Map.of();

    private Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("tests").keyUse(KeyUse.SIGNATURE).generate();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        answer("/.well-known/openid-configuration", configuration());
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        var _ = server.createContext("/authorize", this::authorize);
        var _ = server.createContext("/token", this::exchange);
        server.start();
    }

    /** Signs every browser in as this subject with these roles. */
    public void signsIn(String subject, String... roles) {
        person = claims(subject, roles).build();
    }

    /** Its address, which its tokens name. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The option for a process that uses this provider. */
    public String option() {
        return "--colophon.oidc.issuer=" + address();
    }

    /** The signing key. */
    public RSAKey key() {
        return key;
    }

    /** A token of an administrator, valid for at least some minutes. */
    public synchronized String administrator() {
        var known = administrator;
        if (known != null && Instant.now().isBefore(until)) return known;
        var made = signed(claims("administrator-of-tests", "administrator").build());
        administrator = made;
        until = Instant.now().plus(LIFE.dividedBy(2));
        return made;
    }

    /** The claims of a valid token, to be changed by the test. */
    public JWTClaimsSet.Builder claims(String subject, String... roles) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .audience("colophon")
                .subject(subject)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("roles", List.of(roles));
    }

    /** A token with these claims. */
    public String signed(JWTClaimsSet claims) {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String configuration() {
        return """
        {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
         "authorization_endpoint": "%1$s/authorize", "response_types_supported": ["code"],
         "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
                .formatted(address());
    }

    private void answer(String path, String json) {
        var _ = server.createContext(path, exchange -> write(exchange, json));
    }

    /** Asks for no password: redirects the browser at once, with a code. */
    private void authorize(HttpExchange exchange) throws IOException {
        asked = parameters(exchange.getRequestURI().getRawQuery());
        var back = asked.get("redirect_uri") + "?code=the-code&state=" + asked.get("state");
        exchange.getResponseHeaders().add("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Gives tokens for the code to a client that knows the secret behind its challenge. */
    private void exchange(HttpExchange exchange) throws IOException {
        var given = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        if (!challenge(given.getOrDefault("code_verifier", ""))
                .equals(asked.get("code_challenge"))) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        var id =
                new JWTClaimsSet.Builder(person)
                        .audience(asked.get("client_id"))
                        .claim("nonce", asked.get("nonce"))
                        .claim("roles", null)
                        .build();
        write(
                exchange,
                """
                {"access_token": "%s", "id_token": "%s", "token_type": "Bearer", "expires_in": 300}
                """
                        .formatted(signed(person), signed(id)));
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String encoded) {
        var parameters = new HashMap<String, String>();
        for (var pair : encoded.split("&")) {
            var at = pair.indexOf('=');
            parameters.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), UTF_8));
        }
        return parameters;
    }

    private static void write(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

package colophon.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * This whole module in one process, without a server and a disk: the real filter chain with real
 * answers.
 */
public final class SecurityInstallation implements AutoCloseable {

    /** A password that nobody guesses. */
    public static final String PASSWORD = "correct horse battery";

    /** A hash says its own cost. This one is cheap, as most tests sign in a hundred times. */
    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The only clock. */
    public final SetClock clock;

    /** The only accounts. */
    public final MemoryUserAccounts accounts = new MemoryUserAccounts();

    /** The hashing of secrets. */
    public final SecretHashes secrets;

    private final AnnotationConfigWebApplicationContext context =
            new AnnotationConfigWebApplicationContext();
    private final MockMvc web;

    private SecurityInstallation(SetClock clock, Map<String, Object> settings) {
        this.clock = clock;
        var all = new TreeMap<String, Object>(settings);
        all.putIfAbsent("server.address", "127.0.0.1");
        context.setServletContext(new MockServletContext());
        context.getEnvironment().setConversionService(new ApplicationConversionService());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        context.addBeanFactoryPostProcessor(
                beans -> {
                    beans.setConversionService(new ApplicationConversionService());
                    beans.registerSingleton("clock", clock);
                    beans.registerSingleton("accounts", accounts);
                    beans.registerSingleton("passkeys", accounts.passkeys());
                });
        context.register(Parts.class);
        context.refresh();
        secrets = context.getBeanProvider(SecretHashes.class).getIfAvailable(SecretHashes::new);
        web =
                MockMvcBuilders.webAppContextSetup(context)
                        .addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                        .build();
    }

    /**
     * An installation with its own accounts; the only one is the client {@code root:root-secret}.
     */
    public static SecurityInstallation embedded() {
        return embedded(new SetClock());
    }

    /** The same, with that clock. */
    public static SecurityInstallation embedded(SetClock clock) {
        return new SecurityInstallation(
                clock, Map.of("COLOPHON_BOOTSTRAP_CLIENT", "root:root-secret"));
    }

    /** An installation with a provider that cannot be reached. */
    public static SecurityInstallation withProvider() {
        return new SecurityInstallation(
                new SetClock(),
                Map.of(
                        "colophon.oidc.issuer",
                        "http://127.0.0.1:9/realm",
                        "colophon.oidc.client-id",
                        "colophon",
                        "colophon.oidc.imports-for",
                        "1h"));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @ComponentScan("colophon.security")
    static class Parts {

        @Bean
        static PropertySourcesPlaceholderConfigurer placeholders() {
            return new PropertySourcesPlaceholderConfigurer();
        }

        @Bean
        JsonMapper json() {
            return JSON;
        }
    }

    @RestControllerAdvice
    static class Answers extends ResponseEntityExceptionHandler {}

    /** Sends the request and gives the answer. */
    public MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return web.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Adds a person's account with {@link #PASSWORD}; its id is its name. */
    public UserAccount person(String name, Role... roles) {
        return account(Kind.PERSON, name, HASH, roles);
    }

    /** Adds any account. */
    public UserAccount account(Kind kind, String name, @Nullable String hash, Role... roles) {
        var student = Set.of(roles).contains(Role.STUDENT) ? "student-of-" + name : null;
        var account =
                UserAccount.of(
                        name,
                        kind,
                        name,
                        hash,
                        new Actor(name, Set.of(roles), Set.of(), student),
                        clock.instant(),
                        null);
        accounts.add(account);
        return account;
    }

    /** The token of a client; fails if the client gets none. */
    public String token(String client, String secret) {
        var answer = askForToken(client, secret, "127.0.0.1");
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
        return json(answer, "access_token");
    }

    /** The answer to a client that asks for a token. */
    public MockHttpServletResponse askForToken(String client, String secret, String address) {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
        return send(
                post("/oauth2/token")
                        .with(from(address))
                        .header("Authorization", "Basic " + basic)
                        .param("grant_type", "client_credentials"));
    }

    /** The answer to an administrator's program that sends this. */
    public MockHttpServletResponse tell(String path, String json) {
        return send(
                post(path)
                        .header("Authorization", "Bearer " + token("root", "root-secret"))
                        .contentType("application/json")
                        .content(json));
    }

    /** Sends the form of one of our pages from a browser with that session. */
    public MockHttpServletResponse submit(
            String path,
            MockHttpSession session,
            String address,
            Map<String, String> fields,
            Cookie... cookies) {
        var page = send(get("/sign-in").session(session));
        var csrf = Objects.requireNonNull(page.getCookie("XSRF-TOKEN"));
        var request =
                post(path)
                        .session(session)
                        .with(from(address))
                        .cookie(csrf)
                        .header("X-XSRF-TOKEN", csrf.getValue());
        if (cookies.length > 0) request.cookie(cookies);
        fields.forEach(request::param);
        return send(request);
    }

    /** True if the person can sign in with that password. The session is theirs then. */
    public boolean comesIn(MockHttpSession session, String name, String password) {
        var answer = signIn(session, name, password, "127.0.0.1");
        return "/account".equals(answer.getRedirectedUrl());
    }

    /** The answer to the form of the sign-in page. */
    public MockHttpServletResponse signIn(
            MockHttpSession session,
            String name,
            String password,
            String address,
            Cookie... cookies) {
        return submit(
                "/sign-in", session, address, Map.of("name", name, "password", password), cookies);
    }

    /** The session of a person who has just signed in. */
    public MockHttpSession session(String name) {
        var session = new MockHttpSession();
        assertThat(comesIn(session, name, PASSWORD)).isTrue();
        return session;
    }

    /** A session in which this person has signed in. */
    public static MockHttpSession sessionOf(Actor actor, Instant since, long generation) {
        var session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new ActorAuthentication(actor, since, generation)));
        return session;
    }

    /** Moves the clock. */
    public void later(Duration by) {
        clock.turn(by);
    }

    /** A field of an answer. */
    public static String json(MockHttpServletResponse answer, String field) {
        return JSON.readTree(text(answer)).path(field).asString("");
    }

    /** The text of an answer. */
    public static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), UTF_8);
    }

    /** From that address. */
    public static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}

package colophon.security;

import colophon.api.access.Actor;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import java.time.Instant;
import java.util.List;

/**
 * A person as an authentication of Spring; the authorities are {@code ROLE_} and the word of each
 * role.
 */
public final class ActorAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Actor actor;
    private final Instant since;
    private final long generation;

    /** A person that a provider authenticated at that time. */
    public ActorAuthentication(Actor actor, Instant since) {
        this(actor, since, 0);
    }

    /**
     * A person whose token or password was accepted at that time, in that generation of the
     * account.
     */
    public ActorAuthentication(Actor actor, Instant since, long generation) {
        super(authorities(actor));
        this.actor = actor;
        this.since = since;
        this.generation = generation;
        setAuthenticated(true);
    }

    /** The person who is signed in. */
    public Actor actor() {
        return actor;
    }

    /** When they signed in. */
    public Instant since() {
        return since;
    }

    /** The generation of their account at that time; 0 if the account is not ours. */
    public long generation() {
        return generation;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.id();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    private static List<GrantedAuthority> authorities(Actor actor) {
        return actor.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.word()))
                .toList();
    }
}

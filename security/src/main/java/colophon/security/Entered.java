package colophon.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import java.time.Instant;
import java.util.List;

/**
 * A person as an authentication of Spring; the authorities are {@code ROLE_} and the word of each
 * role.
 */
public final class Entered extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Person person;
    private final Instant since;
    private final long generation;

    /** A person that a provider authenticated at that time. */
    public Entered(Person person, Instant since) {
        this(person, since, 0);
    }

    /**
     * A person whose token or password was accepted at that time, in that generation of the
     * account.
     */
    public Entered(Person person, Instant since, long generation) {
        super(authorities(person));
        this.person = person;
        this.since = since;
        this.generation = generation;
        setAuthenticated(true);
    }

    /** The person who is signed in. */
    public Person person() {
        return person;
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
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.id();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    private static List<GrantedAuthority> authorities(Person person) {
        return person.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.word()))
                .toList();
    }
}

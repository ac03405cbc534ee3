package colophon.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import java.time.Instant;
import java.util.List;

/** A person in Spring's terms; authorities are {@code ROLE_} and the word of the role. */
public final class Entered extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Person person;
    private final Instant since;
    private final long generation;

    /** Somebody whom a provider vouched for at that time. */
    public Entered(Person person, Instant since) {
        this(person, since, 0);
    }

    /** Somebody whose token or password was found right at that time, in that generation. */
    public Entered(Person person, Instant since, long generation) {
        super(authorities(person));
        this.person = person;
        this.since = since;
        this.generation = generation;
        setAuthenticated(true);
    }

    /** Who it is. */
    public Person person() {
        return person;
    }

    /** When they came in. */
    public Instant since() {
        return since;
    }

    /** The generation of their account then; 0 if it is none of ours. */
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

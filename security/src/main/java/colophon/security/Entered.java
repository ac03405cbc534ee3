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

    /** Somebody whose token or password was found right at that time. */
    public Entered(Person person, Instant since) {
        super(authorities(person));
        this.person = person;
        this.since = since;
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

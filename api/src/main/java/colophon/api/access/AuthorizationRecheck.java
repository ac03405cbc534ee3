package colophon.api.access;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/**
 * Tells whether an account may still do what it began, for work that goes on after the request,
 * such as an import. The identity was checked at the request; the rights are checked again and
 * again.
 */
public interface AuthorizationRecheck {

    /**
     * Throws an exception that is answered with 403 if the caller of this thread may not send such
     * a request.
     *
     * @param route method and pattern of the path
     */
    void require(String route);

    /**
     * A text kept with the work that the caller of this thread begins. It tells later whether their
     * rights are unchanged. It is valid in this installation only and contains no secret and no
     * name.
     */
    String grant();

    /**
     * A sentence that says why the account may not go on; empty if it may.
     *
     * @param who the account
     * @param grant the text kept at the start; null if an older version began the work
     * @param route method and pattern of the request that is sent in its name
     * @param institutionIds the institutions whose data it changes; null for all
     */
    Optional<String> ended(
            String who, @Nullable String grant, String route, @Nullable Set<String> institutionIds);
}

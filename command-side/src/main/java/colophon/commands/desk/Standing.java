package colophon.commands.desk;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/**
 * Whether somebody may still do what they began: for what goes on after their request has ended, an
 * import say. Who they are was checked when they asked; what they may is asked again and again.
 */
public interface Standing {

    /**
     * Throws what is answered with 403 if the caller of this thread may not send such a request.
     *
     * @param route method and pattern of the path
     */
    void require(String route);

    /**
     * What is kept of the caller of this thread beside what they begin: tells later whether their
     * right is still the one of now. Means something only here; holds no secret and no name.
     */
    String grant();

    /**
     * Why nothing more is done in their name, in a sentence; empty while all is as it was.
     *
     * @param who the account
     * @param grant what was kept of it; null for what was begun by an older program
     * @param route method and pattern of what is done in their name
     * @param institutionIds those whose things are touched by it; null for all
     */
    Optional<String> ended(
            String who, @Nullable String grant, String route, @Nullable Set<String> institutionIds);
}

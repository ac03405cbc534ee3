package colophon.commands.imports.rows;

import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.events.privacy.Seals;

import org.jspecify.annotations.Nullable;

/**
 * The request that a row stands for. The body becomes the command as it does in the API, so the two
 * cannot differ.
 *
 * @param route the path below {@code /api/v1}, perhaps with {@code {id}} in it
 * @param body the record that the cells are read into
 */
public record RowRequest<B>(String route, Class<B> body, Conversion<B> conversion) {

    private static final String BASE = "/api/v1";

    /** Makes the command of a body. */
    public interface Conversion<B> {

        /**
         * The command.
         *
         * @param id the id in the path, or null if the path has none
         */
        Object command(@Nullable String id, B body, Seals seals);
    }

    /** Method and pattern, as access rules name it. */
    public String name() {
        return name(route);
    }

    /** Method and pattern of the request at this path below {@code /api/v1}. */
    static String name(String route) {
        return "POST " + BASE + route;
    }

    /** The request as the gateway takes it. */
    public CommandRequest request(@Nullable String id, InternalOrigin within) {
        return request(route, id, within);
    }

    /** The request at this path below {@code /api/v1}, with this id in the path. */
    static CommandRequest request(String route, @Nullable String id, InternalOrigin within) {
        return CommandRequest.of(name(id == null ? route : route.replace("{id}", id)), within);
    }

    /** The command of this body, which must be one of {@link #body}. */
    public Object command(@Nullable String id, Object of, Seals seals) {
        return conversion.command(id, body.cast(of), seals);
    }
}

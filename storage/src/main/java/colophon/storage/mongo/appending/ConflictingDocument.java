package colophon.storage.mongo.appending;

import colophon.commands.reply.DuplicateCommandException;
import colophon.storage.log.Commit;
import colophon.storage.log.ConflictingCommitException;
import colophon.storage.mongo.documents.StreamPositions;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

/**
 * A document that takes a place or a command id of another commit.
 *
 * @param commit its id, or null for a stored refusal, which is no commit
 * @param command the command id of its reply, or null
 * @param places of its events, see {@link StreamPositions}
 */
public record ConflictingDocument(
        @Nullable UUID commit, @Nullable String command, Set<String> places) {

    boolean is(Commit other) {
        return other.id().equals(commit);
    }

    /** Why the other commit can never be appended while this document exists, or null. */
    @Nullable RuntimeException refuses(Commit other) {
        if (is(other)) return null;
        var reply = other.reply();
        if (reply != null && reply.commandId().equals(command))
            return new DuplicateCommandException(reply.commandId());
        for (var i = 0; i < other.events().size(); i++) {
            var event = other.events().get(i);
            for (var place : event.places())
                if (places.contains(StreamPositions.of(place)))
                    return new ConflictingCommitException(event, i);
        }
        return null;
    }
}

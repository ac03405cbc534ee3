package colophon.commands.rights;

import static colophon.commands.Reason.AMENDMENT_DECIDED;
import static colophon.commands.Reason.AMENDMENT_NOT_DENIED;
import static colophon.commands.Reason.AMENDMENT_NOT_FOUND;
import static colophon.commands.Reason.CORRECTIONS_DO_NOT_FIT;
import static colophon.commands.Reason.ID_TAKEN;

import colophon.commands.Refusal;
import colophon.commands.loading.StreamType;
import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.DirectoryOptOutChanged;
import colophon.events.rights.RightsEvent;
import colophon.events.rights.StatementPlaced;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rules of one student's rights in their record.
 *
 * @param optedOut true if they must not be named to people who do not need the name
 * @param amendments their requests to amend, by id
 */
public record Rights(boolean optedOut, Map<String, Amendment> amendments) {

    /** How rights are loaded; the id is the student's. */
    public static final StreamType<Rights, RightsEvent> STREAM =
            new StreamType<>("rights", new Rights(false, Map.of()), Rights::evolve);

    /** Changes the opt-out. Returns an empty list if it is set so already. */
    static List<RightsEvent> decide(ChangeDirectoryOptOut command, Rights rights) {
        if (rights.optedOut == command.optedOut()) return List.of();
        return List.of(new DirectoryOptOutChanged(command.studentId(), command.optedOut()));
    }

    /**
     * Requests an amendment. Returns an empty list if the same was requested under this id already.
     */
    static List<RightsEvent> decide(RequestAmendment command, SealedTexts texts, Rights rights) {
        var before = rights.amendments.get(command.amendmentId());
        if (before != null
                && before.as().fingerprint().equals(texts.fingerprint())
                && Objects.equals(before.as().institutionId(), command.institutionId()))
            return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN, "Amendment " + command.amendmentId() + " exists with another text.");
        return List.of(
                new AmendmentRequested(
                        command.studentId(),
                        command.amendmentId(),
                        command.institutionId(),
                        texts.sealed().getFirst(),
                        texts.sealed().getLast(),
                        texts.fingerprint()));
    }

    /** Decides a request. Returns an empty list if it was decided the same way already. */
    static List<RightsEvent> decide(DecideAmendment command, SealedTexts reason, Rights rights) {
        var amendment = rights.amendment(command.amendmentId());
        var before = decided(amendment);
        if (before != null && same(command, reason, before)) return List.of();
        if (before != null)
            throw new Refusal(
                    AMENDMENT_DECIDED,
                    "Amendment "
                            + command.amendmentId()
                            + " was "
                            + (before.granted() ? "granted" : "denied")
                            + ".");
        if (command.granted() == command.corrections().isEmpty())
            throw new Refusal(
                    CORRECTIONS_DO_NOT_FIT,
                    command.granted()
                            ? "To grant the request, name the commits that corrected the record."
                            : "A denied request has no corrections, but names "
                                    + command.corrections()
                                    + ".");
        return List.of(
                new AmendmentDecided(
                        command.studentId(),
                        command.amendmentId(),
                        command.granted(),
                        reason.sealed().getFirst(),
                        List.copyOf(command.corrections()),
                        reason.fingerprint()));
    }

    /** Places a statement; it replaces an earlier one. Returns an empty list if it is the same. */
    static List<RightsEvent> decide(PlaceStatement command, SealedTexts text, Rights rights) {
        if (!(rights.amendment(command.amendmentId()) instanceof Amendment.Denied denied))
            throw new Refusal(
                    AMENDMENT_NOT_DENIED,
                    "Amendment "
                            + command.amendmentId()
                            + " was not denied, so it needs no statement.");
        var before = denied.statement();
        if (before != null && before.fingerprint().equals(text.fingerprint())) return List.of();
        return List.of(
                new StatementPlaced(
                        command.studentId(),
                        command.amendmentId(),
                        text.sealed().getFirst(),
                        text.fingerprint()));
    }

    /** The state after one more event. */
    static Rights evolve(Rights rights, RightsEvent event) {
        return switch (event) {
            case DirectoryOptOutChanged e -> new Rights(e.optedOut(), rights.amendments);
            case AmendmentRequested e -> rights.with(new Amendment.Requested(e));
            case AmendmentDecided e ->
                    rights.with(Amendment.decided(rights.amendment(e.amendmentId()).as(), e));
            case StatementPlaced e -> rights.with(stated(rights.amendment(e.amendmentId()), e));
        };
    }

    private static Amendment stated(Amendment amendment, StatementPlaced e) {
        return amendment instanceof Amendment.Denied denied
                ? new Amendment.Denied(denied.as(), denied.decided(), e)
                : amendment;
    }

    private static @Nullable AmendmentDecided decided(Amendment amendment) {
        return switch (amendment) {
            case Amendment.Requested _ -> null;
            case Amendment.Granted granted -> granted.decided();
            case Amendment.Denied denied -> denied.decided();
        };
    }

    private static boolean same(
            DecideAmendment command, SealedTexts reason, AmendmentDecided before) {
        return command.granted() == before.granted()
                && command.corrections().equals(before.corrections())
                && reason.fingerprint().equals(before.fingerprint());
    }

    private Amendment amendment(String id) {
        var amendment = amendments.get(id);
        if (amendment == null)
            throw new Refusal(AMENDMENT_NOT_FOUND, "There is no amendment " + id + ".");
        return amendment;
    }

    private Rights with(Amendment amendment) {
        var all = new HashMap<>(amendments);
        all.put(amendment.as().amendmentId(), amendment);
        return new Rights(optedOut, Map.copyOf(all));
    }
}

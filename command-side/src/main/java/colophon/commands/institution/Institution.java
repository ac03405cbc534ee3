package colophon.commands.institution;

import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.INSTITUTION_NOT_FOUND;

import colophon.commands.Refusal;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType;
import colophon.events.institution.InstitutionEvent;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.money.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The rules of an institution. */
public sealed interface Institution {

    /** How institutions are loaded. */
    StreamType<Institution, InstitutionEvent> STREAM =
            new StreamType<>(
                    "institution", new Unknown(), Institution::evolve, INSTITUTION_NOT_FOUND);

    /** The institution does not exist. */
    record Unknown() implements Institution {}

    /** The institution is registered. */
    record Registered(InstitutionRegistered as) implements Institution {}

    /** Registers an institution. Returns an empty list if the same one is registered already. */
    static List<InstitutionEvent> decide(RegisterInstitution command, Institution institution) {
        var registered =
                new InstitutionRegistered(
                        command.institutionId(),
                        command.name(),
                        command.currency(),
                        command.zone());
        if (institution instanceof Registered before && before.as().equals(registered))
            return List.of();
        if (institution instanceof Registered)
            throw new Refusal(
                    ID_TAKEN,
                    "Institution "
                            + command.institutionId()
                            + " exists with another name, currency or zone.");
        return List.of(registered);
    }

    /** The state after one more event. */
    static Institution evolve(Institution institution, InstitutionEvent event) {
        return switch (event) {
            case InstitutionRegistered e -> new Registered(e);
        };
    }

    /** The event that registered it. Refused if it does not exist. */
    static InstitutionRegistered require(Institution institution, String id) {
        return STREAM.require(institution, Registered.class, id).as();
    }

    /** The same of the stream with this id. */
    static InstitutionRegistered require(States states, String id) {
        return require(states.read(STREAM.stream(id)), id);
    }

    /** The date at an institution at this instant. Refused if the institution does not exist. */
    static LocalDate day(States states, String id, Instant now) {
        return LocalDate.ofInstant(now, require(states, id).zone());
    }

    /** Refuses an amount that is not in the currency of the books. */
    static void accept(InstitutionRegistered institution, Money amount) {
        if (!institution.currency().equals(amount.currency()))
            throw new Refusal(
                    CURRENCY_MISMATCH,
                    amount
                            + " was given, but "
                            + institution.institutionId()
                            + " keeps its accounts in "
                            + institution.currency()
                            + ".");
    }
}

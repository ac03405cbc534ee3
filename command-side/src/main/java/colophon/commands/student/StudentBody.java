package colophon.commands.student;

import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.commands.erasure.RegisterErasedStudent;
import colophon.events.privacy.KeyDestroyedException;
import colophon.events.privacy.Seals;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

/** The body of a request to register a student. */
public record StudentBody(
        @NotNull @FreeText(max = 100) String givenName,
        @NotNull @FreeText(max = 100) String familyName,
        @Nullable @Identifier String id,
        @Nullable @FreeText(max = 254) @Email String email) {

    /**
     * The command, with the name sealed; of an id that was erased, the one that says so. It goes
     * through the gateway also without a key, since a repeated request has its answer there.
     */
    public Object toCommand(Seals seals) {
        var studentId = Identifiers.given(id);
        try {
            return RegisterStudent.sealed(seals, studentId, givenName, familyName, email);
        } catch (KeyDestroyedException _) {
            return new RegisterErasedStudent(studentId);
        }
    }
}

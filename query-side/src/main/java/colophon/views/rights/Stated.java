package colophon.views.rights;

import colophon.views.reading.Edition;
import colophon.views.reading.Onlooker;
import colophon.views.student.People;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A student's statement on a part of the record that was not amended. It is shown together with the
 * record. The texts are null once the student is erased.
 */
public record Stated(
        String amendmentId,
        @Nullable String wrong,
        @Nullable String statement,
        @Nullable Instant statedAt) {

    /** The statements of one student that the viewer may see. */
    public static List<Stated> of(
            Edition views, Onlooker onlooker, People people, String studentId) {
        return views.of(Amendment.VIEW).all("student", studentId).stream()
                .filter(amendment -> amendment.statement() != null)
                .filter(amendment -> amendment.isShownTo(onlooker))
                .map(
                        amendment ->
                                new Stated(
                                        amendment.id(),
                                        people.text(studentId, amendment.wrong()),
                                        people.text(
                                                studentId,
                                                Objects.requireNonNull(amendment.statement())),
                                        amendment.statedAt()))
                .toList();
    }
}

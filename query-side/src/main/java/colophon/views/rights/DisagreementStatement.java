package colophon.views.rights;

import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.student.NameReader;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A student's statement on a part of the record that was not amended. It is shown together with the
 * record. The texts are null once the student is erased.
 */
public record DisagreementStatement(
        String amendmentId,
        @Nullable String wrong,
        @Nullable String statement,
        @Nullable Instant statedAt) {

    /** The statements of one student that the viewer may see. */
    public static List<DisagreementStatement> of(
            ViewSnapshot views, Viewer viewer, NameReader names, String studentId) {
        return views.of(Amendment.VIEW).all("student", studentId).stream()
                .filter(amendment -> amendment.statement() != null)
                .filter(amendment -> amendment.isShownTo(viewer))
                .map(
                        amendment ->
                                new DisagreementStatement(
                                        amendment.id(),
                                        names.text(studentId, amendment.wrong()),
                                        names.text(
                                                studentId,
                                                Objects.requireNonNull(amendment.statement())),
                                        amendment.statedAt()))
                .toList();
    }
}

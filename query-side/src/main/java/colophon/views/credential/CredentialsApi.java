package colophon.views.credential;

import colophon.events.credential.CredentialState;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Institution;
import colophon.views.export.ExportChapter;
import colophon.views.export.ExportChapterSource;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;

/** Lets anybody verify a credential by its id. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Credentials")
class CredentialsApi implements ExportChapterSource {

    /** Only what verification needs. It tells neither the holder nor why the credential ended. */
    record Verification(
            String id,
            String certificateTitle,
            String institution,
            LocalDate conferredOn,
            CredentialState status) {}

    @Override
    public ExportChapter chapter() {
        return ExportChapter.CREDENTIALS;
    }

    @Override
    public Object of(ViewSnapshot views, Viewer viewer, String studentId) {
        return views.of(Credential.VIEW).all("student", studentId);
    }

    @GetMapping("/credentials/{id}")
    @Operation(summary = "Whether a credential is valid, revoked or superseded; public")
    @ApiResponse(responseCode = "200", description = "The credential, without its holder")
    @ApiResponse(responseCode = "404", description = "There is no such credential")
    Verification credential(@Parameter(hidden = true) ViewSnapshot views, @PathVariable String id) {
        var credential = Credential.in(views, id);
        return new Verification(
                id,
                Certificate.in(views, credential.certificateId()).title(),
                Institution.in(views, credential.institutionId()).name(),
                credential.conferredOn(),
                credential.status());
    }
}

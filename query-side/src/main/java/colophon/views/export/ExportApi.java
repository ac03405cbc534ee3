package colophon.views.export;

import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Exports all that is held about a student. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class ExportApi {

    private final EnumMap<ExportChapter, ExportChapterSource> parts =
            new EnumMap<>(ExportChapter.class);

    ExportApi(List<ExportChapterSource> parts) {
        for (var part : parts)
            if (this.parts.put(part.chapter(), part) != null)
                throw new IllegalStateException("Two parts fill " + part.chapter());
        for (var chapter : ExportChapter.values())
            if (!this.parts.containsKey(chapter))
                throw new IllegalStateException("No part fills " + chapter);
    }

    /** One document for all institutions. Each chapter has the form that its own query answers. */
    record Export(String studentId, Map<ExportChapter, Object> held) {}

    @GetMapping({"/students/{id}/export", "/me/export"})
    @Operation(summary = "All that is held about a student, at every institution, in one document")
    @ApiResponse(responseCode = "200", description = "Every chapter, as a file to keep")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    ResponseEntity<Export> export(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id) {
        var held = new EnumMap<ExportChapter, Object>(ExportChapter.class);
        parts.forEach((chapter, part) -> held.put(chapter, part.of(views, viewer, id)));
        var file = ContentDisposition.attachment().filename("student-" + id + ".json").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(new Export(id, held));
    }
}

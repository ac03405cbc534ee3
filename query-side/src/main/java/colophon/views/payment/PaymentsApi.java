package colophon.views.payment;

import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.api.problem.NotFound;
import colophon.api.problem.RequestProblem;
import colophon.views.export.ExportChapter;
import colophon.views.export.ExportChapterSource;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.student.Student;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows payments. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Payments")
class PaymentsApi implements ExportChapterSource {

    @Override
    public ExportChapter chapter() {
        return ExportChapter.PAYMENTS;
    }

    @Override
    public Object of(ViewSnapshot views, Viewer viewer, String studentId) {
        return views.of(Payment.VIEW).all("student", studentId);
    }

    @GetMapping("/payments")
    @Operation(summary = "Payments by id, or those of one student by day, then id")
    @ApiResponse(responseCode = "200", description = "One page of payments")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<Payment> payments(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @RequestParam(required = false) @Nullable String studentId,
            @Parameter(description = "Only with studentId") @RequestParam(required = false)
                    @Nullable String institutionId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (studentId == null && institutionId != null)
            throw RequestProblem.INVALID_PARAMETER.because("institutionId needs studentId");
        var index = studentId == null ? View.BY_KEY : "student";
        var value = studentId == null ? "" : studentId;
        return Paging.of("payments", limit, cursor)
                .page(
                        (after, count) -> views.of(Payment.VIEW).find(index, value, after, count),
                        "",
                        payment ->
                                viewer.sees(payment.institutionId(), payment.studentId())
                                        && (institutionId == null
                                                || payment.institutionId().equals(institutionId)),
                        payment -> payment);
    }

    @GetMapping({"/students/{id}/payments", "/me/payments"})
    @Operation(summary = "The payments of a student by day, then id")
    @ApiResponse(responseCode = "200", description = "One page of payments")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    Items<Payment> ofStudent(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String institutionId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Student.in(views, viewer, id);
        return payments(views, viewer, id, institutionId, limit, cursor);
    }

    @GetMapping("/payments/{id}")
    @Operation(summary = "One payment and its refunds")
    @ApiResponse(responseCode = "200", description = "The payment")
    @ApiResponse(responseCode = "404", description = "There is no such payment")
    Payment payment(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id) {
        var payment = views.of(Payment.VIEW).get(id);
        if (payment == null || !viewer.sees(payment.institutionId(), payment.studentId()))
            throw new NotFound(QueryProblem.PAYMENT_NOT_FOUND, "No payment " + id);
        return payment;
    }
}

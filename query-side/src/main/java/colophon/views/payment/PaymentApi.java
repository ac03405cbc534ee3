package colophon.views.payment;

import colophon.views.reading.Edition;
import colophon.views.reading.QueryProblem;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows payments. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Payments")
class PaymentApi {

    @GetMapping("/payments/{id}")
    @Operation(summary = "One payment and its refunds")
    @ApiResponse(responseCode = "200", description = "The payment")
    @ApiResponse(responseCode = "404", description = "There is no such payment")
    Payment payment(@Parameter(hidden = true) Edition views, @PathVariable String id) {
        var payment = views.of(Payment.VIEW).get(id);
        if (payment == null) throw QueryProblem.PAYMENT_NOT_FOUND.because("No payment " + id);
        return payment;
    }
}

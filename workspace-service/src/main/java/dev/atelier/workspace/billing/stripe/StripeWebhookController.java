package dev.atelier.workspace.billing.stripe;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SecurityRequirements
class StripeWebhookController {
    private final StripeSignatureVerifier stripeSignatureVerifier;
    private final StripeEventHandler stripeEventHandler;

    StripeWebhookController(StripeSignatureVerifier stripeSignatureVerifier, StripeEventHandler stripeEventHandler) {
        this.stripeSignatureVerifier = stripeSignatureVerifier;
        this.stripeEventHandler = stripeEventHandler;
    }

    /**
     * Receives Stripe's webhook; not found if this installation has no secret. Types that are not handled are
     * acknowledged too.
     */
    @PostMapping(path = "/api/public/webhooks/stripe", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "200", description = "Acknowledged; the event need not be sent again.")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(type = "object", description = "A Stripe event.")))
    void receive(
            @Nullable @RequestHeader(name = "Stripe-Signature", required = false) String signature,
            @RequestBody String body) {
        stripeSignatureVerifier.verify(body, signature);
        stripeEventHandler.handle(StripeEvent.read(body));
    }
}

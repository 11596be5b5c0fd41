package dev.atelier.identity.addresschange;

import dev.atelier.events.id.AddressChangeId;
import dev.atelier.kit.email.ValidEmailAddress;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.RequiresRecentSignIn;
import dev.atelier.kit.web.CursorPage;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes the caller's e-mail address. */
@RestController
@RequestMapping("/api/me/address-changes")
class AddressChangeController {
    private final AddressChangeService addressChangeService;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    AddressChangeController(
            AddressChangeService addressChangeService, IdempotentRequestExecutor idempotentRequestExecutor) {
        this.addressChangeService = addressChangeService;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /**
     * Mails a link to the new address. Nothing changes until it is used, and an earlier request is withdrawn. Needs a
     * recent sign-in: 401 {@code sign-in-too-old} otherwise.
     */
    @PostMapping
    @RequiresRecentSignIn
    @ResponseStatus(HttpStatus.ACCEPTED)
    AddressChangeResponse create(
            @Valid @RequestBody CreateAddressChangeRequest body, Optional<IdempotencyKey> key, Caller caller) {
        return idempotentRequestExecutor.execute(
                key,
                body,
                AddressChangeResponse.class,
                () -> AddressChangeResponse.of(addressChangeService.request(caller.userId(), body.email())));
    }

    /** Returns the caller's open requests: one at most. */
    @GetMapping
    CursorPage<AddressChangeResponse> list(Caller caller) {
        return new CursorPage<>(
                addressChangeService.findOpen(caller.userId()).stream()
                        .map(AddressChangeResponse::of)
                        .toList(),
                null);
    }

    /** Withdraws a request; its links stop working. */
    @DeleteMapping("/{addressChangeId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable AddressChangeId addressChangeId, Caller caller) {
        addressChangeService.withdraw(caller.userId(), addressChangeId);
    }

    /**
     * Changes the address, with the token of the link; the caller must be signed in to the account that requested it.
     */
    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "The address was changed")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @ApiResponse(
            responseCode = "410",
            description = "The link was used, withdrawn, or has expired.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    void confirm(@Valid @RequestBody ConfirmAddressChangeRequest body, Caller caller) {
        addressChangeService.confirm(caller.userId(), new AddressChangeToken(body.token()));
    }

    /** @param email up to 254 characters. Source: RFC 5321, section 4.5.3.1.3 */
    record CreateAddressChangeRequest(
            @NotNull(message = "must be given") @ValidEmailAddress
            String email) {}

    /** @param token the text after {@code #token=} in the link */
    record ConfirmAddressChangeRequest(
            @NotBlank(message = "must be given") @Size(max = 100, message = "must have at most 100 characters") String token) {}

    /** An open request. */
    record AddressChangeResponse(AddressChangeId id, String email, Instant requestedAt, Instant expiresAt) {
        static AddressChangeResponse of(AddressChange change) {
            return new AddressChangeResponse(change.id(), change.email(), change.askedAt(), change.expires());
        }
    }
}

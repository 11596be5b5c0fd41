package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.Caller;
import dev.atelier.workspace.billing.BillingAccountStore;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckoutReferenceController {
    private static final Duration VALIDITY = Duration.ofDays(7);

    private final CheckoutReferenceSigner signer;
    private final StripeSettings settings;
    private final BillingAccountStore billingAccountStore;
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final Clock clock;

    CheckoutReferenceController(
            CheckoutReferenceSigner signer,
            StripeSettings settings,
            BillingAccountStore billingAccountStore,
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            Clock clock) {
        this.signer = signer;
        this.settings = settings;
        this.billingAccountStore = billingAccountStore;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.clock = clock;
    }

    /**
     * Creates the reference that links the workspace with the customer of a checkout: pass it to Stripe as
     * {@code client_reference_id}, of a payment link or of a checkout session. For the manager. It expires after seven
     * days. 409 {@code customer-already-linked} if somebody pays for this workspace, 404 if this installation has no
     * Stripe secret.
     */
    @PostMapping("/api/workspaces/{workspaceId}/checkout-references")
    @ResponseStatus(HttpStatus.CREATED)
    CheckoutReferenceResponse create(@PathVariable WorkspaceId workspaceId, Caller caller) {
        membershipStore.require(workspaceId, caller.userId());
        workspaceStore.requireManager(workspaceId, caller.userId());
        if (settings.secret().isEmpty()) {
            throw new NotFound();
        }
        if (!billingAccountStore.find(workspaceId).canBeLinked()) {
            throw new CustomerAlreadyLinked();
        }
        var expiresAt = clock.instant().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS);
        return new CheckoutReferenceResponse(signer.sign(workspaceId, expiresAt), expiresAt);
    }

    /**
     * The reference for a checkout.
     *
     * @param reference 75 letters, digits, hyphens and underscores, for {@code client_reference_id}
     * @param expiresAt until when a checkout with this reference links the workspace
     */
    record CheckoutReferenceResponse(String reference, Instant expiresAt) {}
}

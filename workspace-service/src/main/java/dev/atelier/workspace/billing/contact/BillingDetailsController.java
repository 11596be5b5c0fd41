package dev.atelier.workspace.billing.contact;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}/billing-details")
class BillingDetailsController {
    private final BillingDetailsService contacts;

    BillingDetailsController(BillingDetailsService contacts) {
        this.contacts = contacts;
    }

    /** Returns the billing details, to the manager. */
    @GetMapping
    ResponseEntity<BillingDetailsResponse> read(@PathVariable WorkspaceId workspaceId, Caller caller) {
        return tagged(contacts.read(workspaceId, caller.userId()));
    }

    /** Replaces the billing details; only the manager may. */
    @PutMapping
    ResponseEntity<BillingDetailsResponse> set(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody BillingDetails body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(contacts.set(workspaceId, body, expected, caller.userId()));
    }

    private static ResponseEntity<BillingDetailsResponse> tagged(BillingDetailsResponse view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }

    /**
     * The billing details.
     *
     * @param details null until the manager sets them
     * @param version 0 until the manager sets them
     */
    record BillingDetailsResponse(
            @Nullable BillingDetails details, @Nullable Instant changedAt, long version) {
        static BillingDetailsResponse none() {
            return new BillingDetailsResponse(null, null, 0);
        }

        static BillingDetailsResponse of(BillingDetailsDocument stored) {
            return new BillingDetailsResponse(stored.details(), stored.changedAt(), stored.version());
        }
    }
}

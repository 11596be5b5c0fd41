package dev.atelier.workspace.billing.invoice;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of the payment provider.
 *
 * @param id the provider's id
 * @param total in the currency's minor units
 * @param currency three capital letters of ISO 4217
 * @param url where the provider shows it
 * @param at when the provider reported this, in seconds
 */
public record Invoice(
        @NotPersonal("a provider's id") String id,
        WorkspaceId workspaceId,
        @Nullable @NotPersonal("a number of an invoice") String number,
        InvoiceState state,
        long total,
        @NotPersonal("a currency") String currency,
        Instant issuedAt,
        @Nullable Instant dueAt,

        @Nullable @NotPersonal("an address at the payment provider")
        String url,

        long at) {
    /** The state of an invoice. Of two reports of the same second, the state further down is the later one. */
    public enum InvoiceState {
        OPEN,
        UNCOLLECTIBLE,
        VOID,
        PAID
    }

    /** Returns whether this was reported before the other. */
    boolean isOlderThan(Invoice other) {
        return at < other.at || (at == other.at && state.compareTo(other.state) < 0);
    }
}

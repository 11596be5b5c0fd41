package dev.atelier.identity.securitylog.source;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.identity.keycloak.KeycloakAuditEvent;
import dev.atelier.identity.securitylog.alert.AbuseSignal;
import dev.atelier.identity.securitylog.entry.SecurityLogDetail;
import dev.atelier.identity.securitylog.entry.SecurityLogEntryDraft;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.kit.crypto.Sha256;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event of Keycloak's with its mapping.
 *
 * @param note the log entry; null where the event does not belong in the log
 */
record MappedAuditEvent(KeycloakAuditEvent said, @Nullable SecurityLogEntryDraft note) {
    private static final Set<SecurityLogDetail> TRIED = Set.of(
            SecurityLogDetail.WRONG_CREDENTIALS,
            SecurityLogDetail.UNKNOWN_ACCOUNT,
            SecurityLogDetail.LOCKED_OUT,
            SecurityLogDetail.ACCOUNT_DISABLED);

    boolean isRelevant() {
        return note != null;
    }

    SecurityLogEntryDraft requireDraft() {
        return Objects.requireNonNull(note);
    }

    /** Returns what counts towards an alert. */
    Optional<AbuseSignal> abuseSignal() {
        var detail = requireDraft().detail();
        var network = said.network();
        if (requireDraft().kind() == SecurityLogKind.SIGN_IN
                && network != null
                && detail != null
                && TRIED.contains(detail)) {
            return account().map(account -> AbuseSignal.sprayed(network, account, said.at()));
        }
        if (detail == SecurityLogDetail.REUSED_TOKEN && said.user() != null) {
            return Optional.of(AbuseSignal.done(SecurityAlertKind.TOKEN_REUSE, said.user(), said.id(), said.at()));
        }
        return Optional.empty();
    }

    /** Returns the account's id, or a hash of an unknown user name, to tell accounts apart. */
    private Optional<String> account() {
        if (said.user() != null) {
            return Optional.of(said.user().toString());
        }
        return Optional.ofNullable(said.typed())
                .map(typed -> Sha256.hex(typed.strip().toLowerCase(Locale.ROOT)));
    }
}

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
 * Something that Keycloak said.
 *
 * @param note what the log says of it; null where it is no matter of the log
 */
record MappedAuditEvent(KeycloakAuditEvent said, @Nullable SecurityLogEntryDraft note) {
    private static final Set<SecurityLogDetail> TRIED = Set.of(
            SecurityLogDetail.WRONG_CREDENTIALS,
            SecurityLogDetail.UNKNOWN_ACCOUNT,
            SecurityLogDetail.LOCKED_OUT,
            SecurityLogDetail.ACCOUNT_DISABLED);

    boolean matters() {
        return note != null;
    }

    SecurityLogEntryDraft known() {
        return Objects.requireNonNull(note);
    }

    /** What is counted of it. */
    Optional<AbuseSignal> sighting() {
        var detail = known().detail();
        var network = said.network();
        if (known().kind() == SecurityLogKind.SIGN_IN && network != null && detail != null && TRIED.contains(detail)) {
            return account().map(account -> AbuseSignal.sprayed(network, account, said.at()));
        }
        if (detail == SecurityLogDetail.REUSED_TOKEN && said.user() != null) {
            return Optional.of(AbuseSignal.done(SecurityAlertKind.TOKEN_REUSE, said.user(), said.id(), said.at()));
        }
        return Optional.empty();
    }

    /** Of a name that nobody has a hash, to tell it from others. */
    private Optional<String> account() {
        if (said.user() != null) {
            return Optional.of(said.user().toString());
        }
        return Optional.ofNullable(said.typed())
                .map(typed -> Sha256.hex(typed.strip().toLowerCase(Locale.ROOT)));
    }
}

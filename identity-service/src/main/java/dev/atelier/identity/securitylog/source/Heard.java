package dev.atelier.identity.securitylog.source;

import dev.atelier.events.SecurityEvent.Alarm;
import dev.atelier.identity.keycloak.KeycloakNote;
import dev.atelier.identity.securitylog.alert.Sighting;
import dev.atelier.identity.securitylog.note.Detail;
import dev.atelier.identity.securitylog.note.Kind;
import dev.atelier.identity.securitylog.note.Note;
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
record Heard(KeycloakNote said, @Nullable Note note) {
    private static final Set<Detail> TRIED =
            Set.of(Detail.WRONG_CREDENTIALS, Detail.UNKNOWN_ACCOUNT, Detail.LOCKED_OUT, Detail.ACCOUNT_DISABLED);

    boolean matters() {
        return note != null;
    }

    Note known() {
        return Objects.requireNonNull(note);
    }

    /** What is counted of it. */
    Optional<Sighting> sighting() {
        var detail = known().detail();
        var network = said.network();
        if (known().kind() == Kind.SIGN_IN && network != null && detail != null && TRIED.contains(detail)) {
            return account().map(account -> Sighting.sprayed(network, account, said.at()));
        }
        if (detail == Detail.REUSED_TOKEN && said.user() != null) {
            return Optional.of(Sighting.done(Alarm.TOKEN_REUSE, said.user(), said.id(), said.at()));
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

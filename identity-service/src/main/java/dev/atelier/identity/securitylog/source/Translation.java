package dev.atelier.identity.securitylog.source;

import dev.atelier.identity.keycloak.KeycloakAudit.Stream;
import dev.atelier.identity.keycloak.KeycloakNote;
import dev.atelier.identity.securitylog.note.Detail;
import dev.atelier.identity.securitylog.note.Kind;
import dev.atelier.identity.securitylog.note.Note;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From Keycloak's words to ours. Sources: Keycloak's {@code EventType}, {@code Errors} and {@code ResourceType}, 26.7. */
final class Translation {
    private static final String ERROR = "_ERROR";

    /** How Keycloak says that a refresh token was used again: the newest one of a session, or an older one. */
    private static final Set<String> REUSE = Set.of("Maximum allowed refresh token reuse exceeded", "Stale token");

    private Translation() {}

    /** Empty for what is no matter of the log. */
    static Optional<Note> of(Stream stream, KeycloakNote said) {
        var kind = switch (stream) {
            case SIGN_INS -> ofPerson(said.what().replace(ERROR, ""));
            case ADMINISTRATION -> ofAdministrator(said.what());
        };
        return kind.map(known -> {
            var note = Note.of("keycloak:" + said.id(), said.at(), known)
                    .about(said.user())
                    .by(said.by())
                    .from(said.network(), said.client());
            return switch (stream) {
                case SIGN_INS -> said.what().endsWith(ERROR) ? note.failed(why(said)) : note.detail(detail(said));
                case ADMINISTRATION ->
                    said.reason() == null ? note.detail(operation(said.how())) : note.failed(operation(said.how()));
            };
        });
    }

    private static Optional<Kind> ofPerson(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "LOGIN" -> Kind.SIGN_IN;
                    case "LOGOUT" -> Kind.SIGN_OUT;
                    case "CLIENT_LOGIN" -> Kind.CLIENT_SIGN_IN;
                    case "REFRESH_TOKEN" -> Kind.TOKEN_REFRESH;
                    case "USER_DISABLED_BY_TEMPORARY_LOCKOUT", "USER_DISABLED_BY_PERMANENT_LOCKOUT" -> Kind.LOCKOUT;
                    case "REGISTER" -> Kind.REGISTRATION;
                    case "VERIFY_EMAIL" -> Kind.ADDRESS_VERIFIED;
                    case "UPDATE_EMAIL" -> Kind.ADDRESS_CHANGED;
                    case "SEND_RESET_PASSWORD" -> Kind.PASSWORD_RESET_ASKED;
                    case "RESET_PASSWORD" -> Kind.PASSWORD_RESET;
                    case "UPDATE_CREDENTIAL" -> Kind.CREDENTIAL_CHANGED;
                    case "REMOVE_CREDENTIAL" -> Kind.CREDENTIAL_REMOVED;
                    case "DELETE_ACCOUNT" -> Kind.ACCOUNT_DELETED;
                    case "IMPERSONATE" -> Kind.IMPERSONATION;
                    default -> null;
                });
    }

    private static Optional<Kind> ofAdministrator(String resource) {
        return Optional.of(
                switch (resource) {
                    case "USER", "USER_LOGIN_FAILURE", "USER_SESSION" -> Kind.ADMIN_ACCOUNT;
                    case "REALM_ROLE",
                            "CLIENT_ROLE",
                            "REALM_ROLE_MAPPING",
                            "CLIENT_ROLE_MAPPING",
                            "GROUP",
                            "GROUP_MEMBERSHIP" -> Kind.ADMIN_ROLES;
                    case "CLIENT",
                            "CLIENT_INITIAL_ACCESS_MODEL",
                            "CLIENT_SCOPE",
                            "CLIENT_SCOPE_MAPPING",
                            "CLIENT_SCOPE_CLIENT_MAPPING",
                            "PROTOCOL_MAPPER" -> Kind.ADMIN_CLIENT;
                    default -> Kind.ADMIN_REALM;
                });
    }

    private static Detail why(KeycloakNote said) {
        if (said.what().startsWith("REFRESH_TOKEN") && said.reason() != null && REUSE.contains(said.reason())) {
            return Detail.REUSED_TOKEN;
        }
        return switch (said.how() == null ? "" : said.how()) {
            case "invalid_user_credentials" -> Detail.WRONG_CREDENTIALS;
            case "user_not_found", "invalid_user", "invalid_email", "username_missing" -> Detail.UNKNOWN_ACCOUNT;
            case "user_temporarily_disabled" -> Detail.LOCKED_OUT;
            case "user_disabled" -> Detail.ACCOUNT_DISABLED;
            case "expired_code", "session_expired", "cookie_not_found", "user_session_not_found" -> Detail.EXPIRED;
            case "rejected_by_user", "access_denied", "not_allowed", "consent_denied" -> Detail.REFUSED;
            case "email_in_use", "username_in_use" -> Detail.ADDRESS_TAKEN;
            case "invalid_registration", "invalid_input", "invalid_form", "password_rejected", "invalid_request" ->
                Detail.INVALID_INPUT;
            case "invalid_token", "invalid_code", "invalid_token_type" -> Detail.INVALID_TOKEN;
            case "client_not_found", "client_disabled", "unauthorized_client" -> Detail.UNKNOWN_CLIENT;
            case "invalid_client", "invalid_client_credentials" -> Detail.WRONG_CLIENT_SECRET;
            default -> Detail.OTHER;
        };
    }

    private static @Nullable Detail detail(KeycloakNote said) {
        return switch (said.what()) {
            case "USER_DISABLED_BY_TEMPORARY_LOCKOUT" -> Detail.TEMPORARY;
            case "USER_DISABLED_BY_PERMANENT_LOCKOUT" -> Detail.PERMANENT;
            case "UPDATE_CREDENTIAL", "REMOVE_CREDENTIAL" -> credential(said.credential());
            default -> null;
        };
    }

    private static Detail credential(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "password" -> Detail.PASSWORD;
            case "otp" -> Detail.ONE_TIME_CODE;
            case "webauthn", "webauthn-passwordless" -> Detail.PASSKEY;
            case "recovery-authn-codes" -> Detail.RECOVERY_CODES;
            default -> Detail.OTHER;
        };
    }

    private static Detail operation(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "CREATE" -> Detail.CREATED;
            case "UPDATE" -> Detail.CHANGED;
            case "DELETE" -> Detail.DELETED;
            case "ACTION" -> Detail.ACTION;
            default -> Detail.OTHER;
        };
    }
}

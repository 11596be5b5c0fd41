package dev.atelier.identity.securitylog.source;

import dev.atelier.identity.keycloak.KeycloakAuditEvent;
import dev.atelier.identity.keycloak.KeycloakAuditReader.KeycloakAuditStream;
import dev.atelier.identity.securitylog.entry.SecurityLogDetail;
import dev.atelier.identity.securitylog.entry.SecurityLogEntryDraft;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Maps Keycloak's events to log entries. Sources: Keycloak's {@code EventType}, {@code Errors} and {@code
 * ResourceType}, 26.7.
 */
final class KeycloakAuditMapper {
    private static final String ERROR = "_ERROR";

    /** Keycloak's messages for a reused refresh token: the newest one of a session, or an older one. */
    private static final Set<String> REUSE = Set.of("Maximum allowed refresh token reuse exceeded", "Stale token");

    private KeycloakAuditMapper() {}

    /** Returns the draft of an entry; empty where the event does not belong in the log. */
    static Optional<SecurityLogEntryDraft> of(KeycloakAuditStream stream, KeycloakAuditEvent said) {
        var kind = switch (stream) {
            case SIGN_INS -> ofPerson(said.what().replace(ERROR, ""));
            case ADMINISTRATION -> ofAdministrator(said.what());
        };
        return kind.map(known -> {
            var securityLogEntryDraft = SecurityLogEntryDraft.of("keycloak:" + said.id(), said.at(), known)
                    .about(said.user())
                    .by(said.by())
                    .from(said.network(), said.client());
            return switch (stream) {
                case SIGN_INS ->
                    said.what().endsWith(ERROR)
                            ? securityLogEntryDraft.failed(why(said))
                            : securityLogEntryDraft.detail(detail(said));
                case ADMINISTRATION ->
                    said.reason() == null
                            ? securityLogEntryDraft.detail(operation(said.how()))
                            : securityLogEntryDraft.failed(operation(said.how()));
            };
        });
    }

    private static Optional<SecurityLogKind> ofPerson(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "LOGIN" -> SecurityLogKind.SIGN_IN;
                    case "LOGOUT" -> SecurityLogKind.SIGN_OUT;
                    case "CLIENT_LOGIN" -> SecurityLogKind.CLIENT_SIGN_IN;
                    case "REFRESH_TOKEN" -> SecurityLogKind.TOKEN_REFRESH;
                    case "USER_DISABLED_BY_TEMPORARY_LOCKOUT", "USER_DISABLED_BY_PERMANENT_LOCKOUT" ->
                        SecurityLogKind.LOCKOUT;
                    case "REGISTER" -> SecurityLogKind.REGISTRATION;
                    case "VERIFY_EMAIL" -> SecurityLogKind.ADDRESS_VERIFIED;
                    case "UPDATE_EMAIL" -> SecurityLogKind.ADDRESS_CHANGED;
                    case "SEND_RESET_PASSWORD" -> SecurityLogKind.PASSWORD_RESET_ASKED;
                    case "RESET_PASSWORD" -> SecurityLogKind.PASSWORD_RESET;
                    case "UPDATE_CREDENTIAL" -> SecurityLogKind.CREDENTIAL_CHANGED;
                    case "REMOVE_CREDENTIAL" -> SecurityLogKind.CREDENTIAL_REMOVED;
                    case "DELETE_ACCOUNT" -> SecurityLogKind.ACCOUNT_DELETED;
                    case "IMPERSONATE" -> SecurityLogKind.IMPERSONATION;
                    default -> null;
                });
    }

    private static Optional<SecurityLogKind> ofAdministrator(String resource) {
        return Optional.of(
                switch (resource) {
                    case "USER", "USER_LOGIN_FAILURE", "USER_SESSION" -> SecurityLogKind.ADMIN_ACCOUNT;
                    case "REALM_ROLE",
                            "CLIENT_ROLE",
                            "REALM_ROLE_MAPPING",
                            "CLIENT_ROLE_MAPPING",
                            "GROUP",
                            "GROUP_MEMBERSHIP" -> SecurityLogKind.ADMIN_ROLES;
                    case "CLIENT",
                            "CLIENT_INITIAL_ACCESS_MODEL",
                            "CLIENT_SCOPE",
                            "CLIENT_SCOPE_MAPPING",
                            "CLIENT_SCOPE_CLIENT_MAPPING",
                            "PROTOCOL_MAPPER" -> SecurityLogKind.ADMIN_CLIENT;
                    default -> SecurityLogKind.ADMIN_REALM;
                });
    }

    private static SecurityLogDetail why(KeycloakAuditEvent said) {
        if (said.what().startsWith("REFRESH_TOKEN") && said.reason() != null && REUSE.contains(said.reason())) {
            return SecurityLogDetail.REUSED_TOKEN;
        }
        return switch (said.how() == null ? "" : said.how()) {
            case "invalid_user_credentials" -> SecurityLogDetail.WRONG_CREDENTIALS;
            case "user_not_found", "invalid_user", "invalid_email", "username_missing" ->
                SecurityLogDetail.UNKNOWN_ACCOUNT;
            case "user_temporarily_disabled" -> SecurityLogDetail.LOCKED_OUT;
            case "user_disabled" -> SecurityLogDetail.ACCOUNT_DISABLED;
            case "expired_code", "session_expired", "cookie_not_found", "user_session_not_found" ->
                SecurityLogDetail.EXPIRED;
            case "rejected_by_user", "access_denied", "not_allowed", "consent_denied" -> SecurityLogDetail.REFUSED;
            case "email_in_use", "username_in_use" -> SecurityLogDetail.ADDRESS_TAKEN;
            case "invalid_registration", "invalid_input", "invalid_form", "password_rejected", "invalid_request" ->
                SecurityLogDetail.INVALID_INPUT;
            case "invalid_token", "invalid_code", "invalid_token_type" -> SecurityLogDetail.INVALID_TOKEN;
            case "client_not_found", "client_disabled", "unauthorized_client" -> SecurityLogDetail.UNKNOWN_CLIENT;
            case "invalid_client", "invalid_client_credentials" -> SecurityLogDetail.WRONG_CLIENT_SECRET;
            default -> SecurityLogDetail.OTHER;
        };
    }

    private static @Nullable SecurityLogDetail detail(KeycloakAuditEvent said) {
        return switch (said.what()) {
            case "USER_DISABLED_BY_TEMPORARY_LOCKOUT" -> SecurityLogDetail.TEMPORARY;
            case "USER_DISABLED_BY_PERMANENT_LOCKOUT" -> SecurityLogDetail.PERMANENT;
            case "UPDATE_CREDENTIAL", "REMOVE_CREDENTIAL" -> credential(said.credential());
            default -> null;
        };
    }

    private static SecurityLogDetail credential(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "password" -> SecurityLogDetail.PASSWORD;
            case "otp" -> SecurityLogDetail.ONE_TIME_CODE;
            case "webauthn", "webauthn-passwordless" -> SecurityLogDetail.PASSKEY;
            case "recovery-authn-codes" -> SecurityLogDetail.RECOVERY_CODES;
            default -> SecurityLogDetail.OTHER;
        };
    }

    private static SecurityLogDetail operation(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "CREATE" -> SecurityLogDetail.CREATED;
            case "UPDATE" -> SecurityLogDetail.CHANGED;
            case "DELETE" -> SecurityLogDetail.DELETED;
            case "ACTION" -> SecurityLogDetail.ACTION;
            default -> SecurityLogDetail.OTHER;
        };
    }
}

package dev.atelier.identity.securitylog.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.identity.keycloak.KeycloakAuditEvent;
import dev.atelier.identity.keycloak.KeycloakAuditReader.KeycloakAuditStream;
import dev.atelier.identity.securitylog.entry.SecurityLogDetail;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.identity.securitylog.entry.SecurityLogOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeycloakAuditMapperTest {
    private static final UserId LEA = new UserId(UuidV7.next());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # type                             | error                     | reason      | credential | kind                 | outcome | detail
            LOGIN                              | -                         | -           | -          | SIGN_IN              | DONE    | -
            LOGIN_ERROR                        | invalid_user_credentials  | -           | -          | SIGN_IN              | FAILED  | WRONG_CREDENTIALS
            LOGIN_ERROR                        | user_not_found            | -           | -          | SIGN_IN              | FAILED  | UNKNOWN_ACCOUNT
            LOGIN_ERROR                        | user_temporarily_disabled | -           | -          | SIGN_IN              | FAILED  | LOCKED_OUT
            LOGIN_ERROR                        | user_disabled             | -           | -          | SIGN_IN              | FAILED  | ACCOUNT_DISABLED
            LOGIN_ERROR                        | something_new             | -           | -          | SIGN_IN              | FAILED  | OTHER
            LOGIN_ERROR                        | -                         | Stale token | -          | SIGN_IN              | FAILED  | OTHER
            LOGOUT                             | -                         | -           | -          | SIGN_OUT             | DONE    | -
            REFRESH_TOKEN_ERROR                | invalid_token             | Stale token | -          | TOKEN_REFRESH        | FAILED  | REUSED_TOKEN
            REFRESH_TOKEN_ERROR                | invalid_token             | Maximum allowed refresh token reuse exceeded | - | TOKEN_REFRESH | FAILED | REUSED_TOKEN
            REFRESH_TOKEN_ERROR                | invalid_token             | Session not active | -   | TOKEN_REFRESH        | FAILED  | INVALID_TOKEN
            CLIENT_LOGIN_ERROR                 | invalid_client_credentials | -          | -          | CLIENT_SIGN_IN       | FAILED  | WRONG_CLIENT_SECRET
            UPDATE_CREDENTIAL                  | -                         | -           | password   | CREDENTIAL_CHANGED   | DONE    | PASSWORD
            UPDATE_CREDENTIAL                  | -                         | -           | webauthn-passwordless | CREDENTIAL_CHANGED | DONE | PASSKEY
            REMOVE_CREDENTIAL                  | -                         | -           | otp        | CREDENTIAL_REMOVED   | DONE    | ONE_TIME_CODE
            UPDATE_CREDENTIAL_ERROR            | password_rejected         | -           | password   | CREDENTIAL_CHANGED   | FAILED  | INVALID_INPUT
            SEND_RESET_PASSWORD                | -                         | -           | -          | PASSWORD_RESET_ASKED | DONE    | -
            RESET_PASSWORD                     | -                         | -           | -          | PASSWORD_RESET       | DONE    | -
            USER_DISABLED_BY_TEMPORARY_LOCKOUT | -                         | -           | -          | LOCKOUT              | DONE    | TEMPORARY
            USER_DISABLED_BY_PERMANENT_LOCKOUT | -                         | -           | -          | LOCKOUT              | DONE    | PERMANENT
            REGISTER                           | -                         | -           | -          | REGISTRATION         | DONE    | -
            REGISTER_ERROR                     | email_in_use              | -           | -          | REGISTRATION         | FAILED  | ADDRESS_TAKEN
            UPDATE_EMAIL                       | -                         | -           | -          | ADDRESS_CHANGED      | DONE    | -
            DELETE_ACCOUNT                     | -                         | -           | -          | ACCOUNT_DELETED      | DONE    | -
            """)
    void aPersonsEventIsNotedByWhatItMeans(
            String type,
            @Nullable String error,
            @Nullable String reason,
            @Nullable String credential,
            SecurityLogKind kind,
            SecurityLogOutcome outcome,
            @Nullable SecurityLogDetail detail) {
        var securityLogEntryDraft = KeycloakAuditMapper.of(
                        KeycloakAuditStream.SIGN_INS, said(type, error, reason, credential))
                .orElseThrow();

        assertThat(securityLogEntryDraft.kind()).isEqualTo(kind);
        assertThat(securityLogEntryDraft.outcome()).isEqualTo(outcome);
        assertThat(securityLogEntryDraft.detail()).isEqualTo(detail);
        assertThat(securityLogEntryDraft.about()).isEqualTo(LEA);
        assertThat(securityLogEntryDraft.network()).isEqualTo("203.0.113.0/24");
        assertThat(securityLogEntryDraft.source()).isEqualTo("keycloak:an-id");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            USER,                CREATE, -,       ADMIN_ACCOUNT, DONE,   CREATED
            USER,                UPDATE, -,       ADMIN_ACCOUNT, DONE,   CHANGED
            REALM_ROLE_MAPPING,  CREATE, -,       ADMIN_ROLES,   DONE,   CREATED
            CLIENT_ROLE_MAPPING, DELETE, -,       ADMIN_ROLES,   DONE,   DELETED
            CLIENT,              UPDATE, -,       ADMIN_CLIENT,  DONE,   CHANGED
            REALM,               UPDATE, -,       ADMIN_REALM,   DONE,   CHANGED
            REALM,               ACTION, refused, ADMIN_REALM,   FAILED, ACTION
            SOMETHING_NEW,       ODD,    -,       ADMIN_REALM,   DONE,   OTHER
            """)
    void anAdministratorsEventIsNotedByWhatItTouches(
            String resource,
            String operation,
            @Nullable String error,
            SecurityLogKind kind,
            SecurityLogOutcome outcome,
            SecurityLogDetail detail) {
        var securityLogEntryDraft = KeycloakAuditMapper.of(
                        KeycloakAuditStream.ADMINISTRATION, said(resource, operation, error, null))
                .orElseThrow();

        assertThat(securityLogEntryDraft.kind()).isEqualTo(kind);
        assertThat(securityLogEntryDraft.outcome()).isEqualTo(outcome);
        assertThat(securityLogEntryDraft.detail()).isEqualTo(detail);
    }

    @Test
    void whatIsNoMatterOfTheLogIsPassedOver() {
        assertThat(KeycloakAuditMapper.of(KeycloakAuditStream.SIGN_INS, said("UPDATE_PROFILE", null, null, null)))
                .isEmpty();
        assertThat(KeycloakAuditMapper.of(KeycloakAuditStream.SIGN_INS, said("SOMETHING_NEW", null, null, null)))
                .isEmpty();
    }

    private static KeycloakAuditEvent said(
            String what, @Nullable String how, @Nullable String reason, @Nullable String credential) {
        return new KeycloakAuditEvent(
                "an-id",
                Instant.EPOCH,
                what,
                how,
                reason,
                credential,
                LEA,
                null,
                "203.0.113.0/24",
                "atelier-web",
                null);
    }
}

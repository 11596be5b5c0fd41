package dev.atelier.identity.securitylog.entry;

/** What happened. */
public enum SecurityLogKind {
    SIGN_IN,
    SIGN_OUT,
    CLIENT_SIGN_IN,
    TOKEN_REFRESH,
    LOCKOUT,
    REGISTRATION,
    ADDRESS_VERIFIED,
    ADDRESS_CHANGED,
    PASSWORD_RESET_ASKED,
    PASSWORD_RESET,
    CREDENTIAL_CHANGED,
    CREDENTIAL_REMOVED,
    ACCOUNT_DELETED,
    IMPERSONATION,
    SESSION_ENDED,
    ACCOUNT_DEACTIVATED,
    ACCOUNT_REACTIVATED,
    RECOVERY_OPENED,
    RECOVERY_EVIDENCE_RECORDED,
    RECOVERY_CONFIRMED,
    RECOVERY_DISMISSED,
    RECOVERY_COMPLETED,
    STATUS_CHANGED,
    SERVICE_ACCOUNT_CREATED,
    SERVICE_ACCOUNT_CHANGED,
    SERVICE_ACCOUNT_REVOKED,
    SERVICE_ACCOUNT_SUSPENDED,
    API_KEY_CREATED,
    API_KEY_REVOKED,
    MANAGEMENT_HANDED_OVER,
    MEMBER_REMOVED,
    PLAN_CHANGED,
    PAYMENT_STATE_CHANGED,
    EXPORT,
    CONTACT_REQUEST_ANSWERED,
    CONTACT_REQUEST_CLOSED,
    /** An operator replayed a message that a service, named as the client, had failed to handle. */
    DEAD_LETTER_REPLAYED,
    DEAD_LETTER_DROPPED,
    /** An administrator of Keycloak changed an account, including identity-service itself. */
    ADMIN_ACCOUNT,
    /** Roles or group memberships. */
    ADMIN_ROLES,
    ADMIN_CLIENT,
    ADMIN_REALM,
    ALERT_RAISED,
    /** Keycloak may have deleted events before they were read: entries may be missing here. */
    GAP
}

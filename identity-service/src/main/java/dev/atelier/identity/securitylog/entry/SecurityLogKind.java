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
    /** An operator had something handled again that a service, its client, could not handle. */
    DEAD_LETTER_REPLAYED,
    DEAD_LETTER_DROPPED,
    /** An account was changed with the rights of an administrator of Keycloak, by identity-service too. */
    ADMIN_ACCOUNT,
    /** Roles or memberships of groups. */
    ADMIN_ROLES,
    ADMIN_CLIENT,
    ADMIN_REALM,
    ALERT_RAISED,
    /** Keycloak may have dropped events before they were read: here something may be missing. */
    GAP
}

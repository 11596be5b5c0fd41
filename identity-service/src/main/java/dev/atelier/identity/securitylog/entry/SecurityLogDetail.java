package dev.atelier.identity.securitylog.entry;

/** What more there is to say of a note, by its kind. */
public enum SecurityLogDetail {
    // Why something failed.
    WRONG_CREDENTIALS,
    UNKNOWN_ACCOUNT,
    LOCKED_OUT,
    ACCOUNT_DISABLED,
    EXPIRED,
    REFUSED,
    ADDRESS_TAKEN,
    INVALID_INPUT,
    INVALID_TOKEN,
    REUSED_TOKEN,
    UNKNOWN_CLIENT,
    WRONG_CLIENT_SECRET,
    // Of a credential.
    PASSWORD,
    ONE_TIME_CODE,
    PASSKEY,
    RECOVERY_CODES,
    // Of a lockout.
    TEMPORARY,
    PERMANENT,
    // Of an administrative act.
    CREATED,
    CHANGED,
    DELETED,
    ACTION,
    // Of ended sessions.
    ONE,
    ALL,
    // Of an export.
    HISTORY,
    // Of an alert.
    PASSWORD_SPRAYING,
    MASS_INVITATION,
    MASS_EXPORT,
    TOKEN_REUSE,
    LOG_BROKEN,
    // Of a gap: whose events.
    SIGN_INS,
    ADMINISTRATION,

    OTHER
}

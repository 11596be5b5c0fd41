package dev.atelier.identity.securitylog.entry;

/** Details of an entry, depending on its kind. */
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
    // Of an act of an administrator.
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
    // Of a gap: which events.
    SIGN_INS,
    ADMINISTRATION,

    OTHER
}

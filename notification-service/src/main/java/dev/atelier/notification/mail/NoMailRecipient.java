package dev.atelier.notification.mail;

/** The mail has no reader any more, for a reason with a code. It is dropped, not retried. */
final class NoMailRecipient extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    NoMailRecipient(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}

package dev.atelier.notification.mail;

/** The mail has no recipient any more; the code tells why. The mail is dropped, not retried. */
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

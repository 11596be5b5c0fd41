package dev.atelier.notification.mail;

/** The mail has no recipient any more; the code tells why. The mail is dropped, not retried. */
public final class NoMailRecipient extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /** Creates it with a code such as {@code decided-already}, which is stored as the outcome of the mail. */
    public NoMailRecipient(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** Returns the code. */
    public String code() {
        return code;
    }
}

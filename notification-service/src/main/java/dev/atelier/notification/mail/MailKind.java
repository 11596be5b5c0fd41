package dev.atelier.notification.mail;

/** What a mail is about. Its texts have the prefix {@link #key} in {@code messages/mail*.properties}. */
enum MailKind {
    INVITATION("invitation"),
    APPROVAL_ASKED("approval-asked"),
    RUN_COMPLETED("run-completed"),
    RUN_FAILED("run-failed"),
    REPORT_READY("report-ready"),
    MENTION("mention"),
    PARTICIPANT_REMOVED("participant-removed"),
    WEBHOOK_PAUSED("webhook-paused"),
    RESPONSIBILITY_ENDED("responsibility-ended"),
    CONTACT_ANSWER("contact-answer"),
    ADDRESS_PROOF("address-proof"),
    ADDRESS_CHANGED("address-changed"),
    LEGAL_DOCUMENT("legal-document"),
    RECOVERY_OPENED("recovery-opened"),
    RECOVERY_EVIDENCE("recovery-evidence"),
    RECOVERY_CONFIRMED("recovery-confirmed"),
    RECOVERY_DISMISSED("recovery-dismissed"),
    RECOVERY_COMPLETED("recovery-completed"),
    SECURITY_ALARMS("security-alarms");

    private final String key;

    MailKind(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Whether the mail concerns access to an account: it is sent before all others and no limit applies to it. */
    boolean security() {
        return switch (this) {
            case ADDRESS_PROOF,
                    ADDRESS_CHANGED,
                    RECOVERY_OPENED,
                    RECOVERY_EVIDENCE,
                    RECOVERY_CONFIRMED,
                    RECOVERY_DISMISSED,
                    RECOVERY_COMPLETED,
                    SECURITY_ALARMS -> true;
            default -> false;
        };
    }
}

package dev.atelier.notification.mail;

import dev.atelier.events.ConsentPurpose;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A kind of mail that is composed without other services and always goes to the same address. */
public record TestMailKind(
        String key,
        boolean security,
        boolean invitation,
        @Nullable ConsentPurpose purpose) implements MailKind {
    public static final MailKind INVITATION = new TestMailKind("invitation", false, true, null);
    public static final MailKind REPORT_READY = ordinary("report-ready");
    public static final MailKind MENTION = ordinary("mention");
    public static final MailKind ADDRESS_CHANGED = new TestMailKind("address-changed", true, false, null);
    public static final MailKind RECOVERY_OPENED = new TestMailKind("recovery-opened", true, false, null);

    /** Needs a consent; has the texts of a completed run. */
    public static final MailKind PRODUCT_UPDATE =
            new TestMailKind("run-completed", false, false, ConsentPurpose.PRODUCT_UPDATES);

    private static MailKind ordinary(String key) {
        return new TestMailKind(key, false, false, null);
    }

    @Override
    public OutgoingMail compose(MailData data) {
        return new OutgoingMail(
                "lea@example.org", key, Locale.ENGLISH, List.of("one", "two", "three"), "Studio", null, null);
    }
}

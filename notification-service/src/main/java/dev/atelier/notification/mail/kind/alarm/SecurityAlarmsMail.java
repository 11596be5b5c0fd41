package dev.atelier.notification.mail.kind.alarm;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.SecurityEvent.SecurityAlertRaised;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.MailSettings;
import dev.atelier.notification.mail.NoMailRecipient;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailLinkSettings;
import dev.atelier.notification.mail.rendering.MailMessages;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Mails security alarms to the operators: the first one at once, later ones collected in one mail per
 * {@code alarm-pause}. A thousand alarms of one attack cause only a few mails.
 */
@Component
class SecurityAlarmsMail implements MailKind, DomainEventHandler {
    private static final Logger log = LoggerFactory.getLogger(SecurityAlarmsMail.class);
    private static final int LISTED = 50;

    private final MongoTemplate mongo;
    private final MailQueue mailQueue;
    private final MailSettings settings;
    private final MailMessages mailMessages;
    private final MailLinkSettings links;
    private final Clock clock;

    SecurityAlarmsMail(
            MongoTemplate mongo,
            MailQueue mailQueue,
            MailSettings settings,
            MailMessages mailMessages,
            MailLinkSettings links,
            Clock clock) {
        this.mongo = mongo;
        this.mailQueue = mailQueue;
        this.settings = settings;
        this.mailMessages = mailMessages;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "security-alarms";
    }

    @Override
    public boolean security() {
        return true;
    }

    /** Stores the alarm in the running transaction and queues a mail unless a queued one will contain it. */
    void on(SecurityAlertRaised alert, MessageEnvelope envelope) {
        TransactionRunner.requireTransaction("storing a security alarm");
        if (settings.operators().isEmpty()) {
            log.warn("security alert {} is mailed to nobody: atelier.mail.operators is empty", alert.securityAlertId());
            return;
        }
        var now = clock.instant();
        var newest = mongo.findById(AlarmDigestDocument.ID, AlarmDigestDocument.class);
        if (newest != null && newest.takesMore(now)) {
            insert(alert, envelope, newest);
            return;
        }
        var digest =
                mongo.save(newest == null ? AlarmDigestDocument.first(now) : newest.next(now, settings.alarmPause()));
        insert(alert, envelope, digest);
        settings.operators().forEach(operator -> queue(operator, digest));
    }

    private void queue(String operator, AlarmDigestDocument digest) {
        var values = Map.of("digest", Long.toString(digest.number()), "operator", hash(operator));
        mailQueue.queue(id(digest.number(), operator), this, MailData.withoutWorkspace(null, values), digest.dueAt());
    }

    private void insert(SecurityAlertRaised alert, MessageEnvelope envelope, AlarmDigestDocument digest) {
        mongo.insert(new SecurityAlarmDocument(
                alert.securityAlertId(),
                digest.number(),
                alert.kind(),
                alert.severity(),
                alert.userId(),
                envelope.time()));
    }

    /** The queue stores no address, so the address is read from the settings now. */
    @Override
    public OutgoingMail compose(MailData data) {
        var recipient = settings.operators().stream()
                .filter(operator -> hash(operator).equals(data.get("operator")))
                .findFirst()
                .orElseThrow(() -> new NoMailRecipient("no-longer-an-operator"));
        var locale = Locale.forLanguageTag(settings.operatorsLanguage());
        var inDigest = where("digest").is(Long.parseLong(data.get("digest")));
        var listed = mongo.find(Query.query(inDigest).with(Sort.by("_id")).limit(LISTED), SecurityAlarmDocument.class);
        long count = mongo.count(Query.query(inDigest), SecurityAlarmDocument.class);
        var lines = listed.stream().map(alarm -> line(alarm, locale));
        var more = count > LISTED
                ? Stream.of(mailMessages.getText(locale, "security-alarms.more", count - LISTED))
                : Stream.<String>empty();
        return new OutgoingMail(
                recipient,
                key(),
                locale,
                List.of(Long.toString(count), Stream.concat(lines, more).collect(Collectors.joining("\n"))),
                null,
                links.link("/operator/security-alerts"),
                null);
    }

    private String line(SecurityAlarmDocument alarm, Locale locale) {
        var account = alarm.userId();
        return "• "
                + mailMessages.getText(
                        locale,
                        "security-alarms.line",
                        mailMessages.getText(locale, "security-alarms.severity." + alarm.severity()),
                        mailMessages.getText(locale, "security-alarms.kind." + alarm.kind()),
                        mailMessages.moment(alarm.raisedAt(), locale, ZoneOffset.UTC))
                + (account == null
                        ? ""
                        : " " + mailMessages.getText(locale, "security-alarms.account", account.toString()));
    }

    private static UUID id(long digest, String operator) {
        return UUID.nameUUIDFromBytes((digest + " " + hash(operator)).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String operator) {
        var normal = new EmailAddress(operator).normalized();
        return UUID.nameUUIDFromBytes(normal.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

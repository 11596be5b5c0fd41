package dev.atelier.notification.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.Envelope;
import dev.atelier.events.SecurityEvent.SecurityAlertRaised;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.mongo.Transactions;
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
 * Tells operators of security alarms: the first at once, and while more come one mail for all of them in each pause of the settings. An
 * attack with a thousand alarms is a few mails.
 */
@Component
class SecurityAlarms {
    private static final Logger log = LoggerFactory.getLogger(SecurityAlarms.class);
    private static final int LISTED = 50;

    private final MongoTemplate mongo;
    private final Mails mails;
    private final MailSettings settings;
    private final Words words;
    private final LinkSettings links;
    private final Clock clock;

    SecurityAlarms(
            MongoTemplate mongo, Mails mails, MailSettings settings, Words words, LinkSettings links, Clock clock) {
        this.mongo = mongo;
        this.mails = mails;
        this.settings = settings;
        this.words = words;
        this.links = links;
        this.clock = clock;
    }

    /** Notes the alarm in the running transaction; true where a mail was queued for it. */
    boolean note(SecurityAlertRaised alert, Envelope fact) {
        Transactions.demand("a security alarm");
        if (settings.operators().isEmpty()) {
            log.warn("security alert {} is mailed to nobody: atelier.mail.operators is empty", alert.securityAlertId());
            return false;
        }
        var now = clock.instant();
        var newest = mongo.findById(AlarmDigestDocument.ID, AlarmDigestDocument.class);
        if (newest != null && newest.takesMore(now)) {
            insert(alert, fact, newest);
            return false;
        }
        var digest =
                mongo.save(newest == null ? AlarmDigestDocument.first(now) : newest.next(now, settings.alarmPause()));
        insert(alert, fact, digest);
        settings.operators()
                .forEach(operator -> mails.queue(QueuedMail.of(
                        id(digest.number(), operator),
                        Kind.SECURITY_ALARMS,
                        QueuedMail.THE_OPERATORS,
                        null,
                        Map.of("digest", Long.toString(digest.number()), "operator", hash(operator)),
                        digest.dueAt())));
        return true;
    }

    private void insert(SecurityAlertRaised alert, Envelope fact, AlarmDigestDocument digest) {
        mongo.insert(new SecurityAlarmDocument(
                alert.securityAlertId(), digest.number(), alert.kind(), alert.severity(), alert.userId(), fact.time()));
    }

    /** The queue holds no address: the settings are asked when the mail is sent. */
    Letter letter(QueuedMail mail) {
        var to = settings.operators().stream()
                .filter(operator -> hash(operator).equals(mail.about("operator")))
                .findFirst()
                .orElseThrow(() -> new NobodyToTell("no-longer-an-operator"));
        var locale = Locale.forLanguageTag(settings.operatorsLanguage());
        var ofTheDigest = where("digest").is(Long.parseLong(mail.about("digest")));
        var listed =
                mongo.find(Query.query(ofTheDigest).with(Sort.by("_id")).limit(LISTED), SecurityAlarmDocument.class);
        long count = mongo.count(Query.query(ofTheDigest), SecurityAlarmDocument.class);
        var lines = listed.stream().map(alarm -> line(alarm, locale));
        var more = count > LISTED
                ? Stream.of(words.say(locale, "security-alarms.more", count - LISTED))
                : Stream.<String>empty();
        return new Letter(
                to,
                mail.kind(),
                locale,
                List.of(Long.toString(count), Stream.concat(lines, more).collect(Collectors.joining("\n"))),
                null,
                links.link("/operator/security-alerts"),
                null);
    }

    private String line(SecurityAlarmDocument alarm, Locale locale) {
        var account = alarm.userId();
        return "• "
                + words.say(
                        locale,
                        "security-alarms.line",
                        words.say(locale, "security-alarms.severity." + alarm.severity()),
                        words.say(locale, "security-alarms.kind." + alarm.kind()),
                        words.moment(alarm.raisedAt(), locale, ZoneOffset.UTC))
                + (account == null ? "" : " " + words.say(locale, "security-alarms.account", account.toString()));
    }

    private static UUID id(long digest, String operator) {
        return UUID.nameUUIDFromBytes((digest + " " + hash(operator)).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String operator) {
        var normal = new EmailAddress(operator).normal();
        return UUID.nameUUIDFromBytes(normal.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

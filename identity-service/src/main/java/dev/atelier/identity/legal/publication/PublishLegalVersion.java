package dev.atelier.identity.legal.publication;

import dev.atelier.events.LegalDocument;
import dev.atelier.events.LegalEvent.PolicyPublished;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.legal.version.LegalVersion;
import dev.atelier.identity.legal.version.LegalVersionStore;
import dev.atelier.identity.legal.version.LocalizedText;
import dev.atelier.identity.session.LastSignInStore;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.ExpectedVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Publishes versions of legal documents. */
@Component
class PublishLegalVersion {
    /** A sign-in within this many months counts as active, to the day. */
    private static final int ACTIVE_MONTHS = 3;

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final LegalVersionStore versions;
    private final LegalAnnouncementRepository legalAnnouncementRepository;
    private final LastSignInStore lastSignInStore;
    private final Outbox outbox;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    PublishLegalVersion(
            LegalVersionStore versions,
            LegalAnnouncementRepository legalAnnouncementRepository,
            LastSignInStore lastSignInStore,
            Outbox outbox,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.versions = versions;
        this.legalAnnouncementRepository = legalAnnouncementRepository;
        this.lastSignInStore = lastSignInStore;
        this.outbox = outbox;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Returns how many people would be notified if a version were published now. */
    long countRecipients() {
        return lastSignInStore.countActiveSince(activeSince(clock.instant()));
    }

    /**
     * Publishes the next version.
     *
     * @param expected the number of the newest version, 0 where there is none
     * @throws dev.atelier.kit.problem.StaleVersion where another version was published in the meantime
     */
    LegalVersion publish(LegalDocument document, PublishLegalVersionRequest wish, ExpectedVersion expected, UserId by) {
        if (wish.material() && !LegalVersionStore.acceptedByPeople(document)) {
            throw InvalidInput.of("material", "must be false of a document that people do not accept");
        }
        requireCompleted("text.en", wish.text().en());
        requireCompleted("text.fr", wish.text().fr());
        return transactionRunner.call(() -> {
            var newest = versions.newest(document).orElse(null);
            expected.check(newest == null ? 0 : newest.number());
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            int number = newest == null ? 1 : newest.number() + 1;
            var version = new LegalVersion(
                    document,
                    number,
                    new LocalizedText(wish.text().en(), wish.text().fr()),
                    new LocalizedText(wish.changes().en(), wish.changes().fr()),
                    wish.material(),
                    now,
                    by,
                    effectiveFrom(wish, newest == null ? now : newest.effectiveFrom(), now));
            versions.add(version);
            legalAnnouncementRepository.save(LegalAnnouncement.of(document, number, activeSince(now)));
            outbox.append(new PolicyPublished(document, number, version.material(), version.effectiveFrom()), number);
            return version;
        });
    }

    private static void requireCompleted(String field, String text) {
        if (LegalDrafts.isDraft(text)) {
            throw InvalidInput.of(field, "is still marked as a draft: complete it and delete the notice at its head");
        }
    }

    private static LocalDate activeSince(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate().minusMonths(ACTIVE_MONTHS);
    }

    /** @param before when the previous version takes or took effect */
    private static Instant effectiveFrom(PublishLegalVersionRequest wish, Instant before, Instant now) {
        var given = wish.effectiveFrom();
        if (given == null) {
            return before.isAfter(now) ? before : now;
        }
        if (given.isBefore(now) || given.isAfter(now.plus(FARTHEST)) || given.isBefore(before)) {
            throw InvalidInput.of(
                    "effectiveFrom", "must lie ahead, within a year, and not before the version it replaces");
        }
        return given.truncatedTo(ChronoUnit.MILLIS);
    }
}

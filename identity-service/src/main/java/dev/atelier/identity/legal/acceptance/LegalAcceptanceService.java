package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.IdentityEvent.PolicyAccepted;
import dev.atelier.events.LegalDocument;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.AccountProvisioner;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.legal.version.LegalVersion;
import dev.atelier.identity.legal.version.LegalVersionNotCurrent;
import dev.atelier.identity.legal.version.LegalVersionResponse;
import dev.atelier.identity.legal.version.LegalVersionStore;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.InvalidInput;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records which versions people have read and accepted. */
@Component
class LegalAcceptanceService {
    private final LegalVersionStore versions;
    private final LegalAcknowledgementRepository legalAcknowledgementRepository;
    private final AccountStore accountStore;
    private final AccountProvisioner accountProvisioner;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    LegalAcceptanceService(
            LegalVersionStore versions,
            LegalAcknowledgementRepository legalAcknowledgementRepository,
            AccountStore accountStore,
            AccountProvisioner accountProvisioner,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.versions = versions;
        this.legalAcknowledgementRepository = legalAcknowledgementRepository;
        this.accountStore = accountStore;
        this.accountProvisioner = accountProvisioner;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Returns the person's state for every document that has a version. */
    List<MyLegalDocumentResponse> of(UserId person) {
        return Arrays.stream(LegalDocument.values())
                .filter(document -> versions.newest(document).isPresent())
                .map(document -> of(person, document))
                .toList();
    }

    /** Returns what the person must accept to go on using Atelier. */
    List<RequiredAcceptance> findRequired(UserId person) {
        return Arrays.stream(LegalDocument.values())
                .filter(LegalVersionStore::acceptedByPeople)
                .flatMap(document -> findRequiredFor(person, document).stream())
                .toList();
    }

    private Optional<RequiredAcceptance> findRequiredFor(UserId person, LegalDocument document) {
        return versions.required(document)
                .map(LegalVersion::number)
                .filter(required -> accepted(person, document)
                        .filter(legalAcknowledgement -> legalAcknowledgement.number() >= required)
                        .isEmpty())
                .flatMap(required -> versions.findInForce(document))
                .map(inForce -> new RequiredAcceptance(document, inForce.number()));
    }

    private Optional<LegalAcknowledgement> accepted(UserId person, LegalDocument document) {
        return legalAcknowledgementRepository.findFirstByUserIdAndDocumentAndKindOrderByNumberDesc(
                person, document, LegalAcknowledgement.AcknowledgementKind.ACCEPTED);
    }

    MyLegalDocumentResponse of(UserId person, LegalDocument document) {
        var accepted = accepted(person, document).orElse(null);
        int said = legalAcknowledgementRepository
                .findFirstByUserIdAndDocumentOrderByNumberDesc(person, document)
                .map(LegalAcknowledgement::number)
                .orElse(0);
        return new MyLegalDocumentResponse(
                document,
                versions.findInForce(document).map(LegalVersionResponse::of).orElse(null),
                versions.upcoming(document).map(LegalVersionResponse::of).orElse(null),
                accepted == null ? null : accepted.number(),
                accepted == null ? null : accepted.at(),
                findRequiredFor(person, document)
                        .map(RequiredAcceptance::number)
                        .orElse(null),
                versions.newest(document)
                        .filter(newest -> newest.number() > said)
                        .isPresent());
    }

    /**
     * Records that the person accepts a version; no change where they did before.
     *
     * @throws LegalVersionNotCurrent where it is neither in force nor the newest
     */
    MyLegalDocumentResponse accept(UserId person, LegalDocument document, int number) {
        if (!LegalVersionStore.acceptedByPeople(document)) {
            throw InvalidInput.of("document", "must be one that people accept, each for themselves");
        }
        accountProvisioner.getOrProvision(person);
        transactionRunner.run(() -> {
            if (acknowledge(person, document, number, LegalAcknowledgement.AcknowledgementKind.ACCEPTED)) {
                accountStore.publish(new PolicyAccepted(person, document, number));
            }
        });
        return of(person, document);
    }

    /** Records that the person has read the message about a version. */
    MyLegalDocumentResponse markRead(UserId person, LegalDocument document, int number) {
        accountProvisioner.getOrProvision(person);
        transactionRunner.run(() -> {
            if (acknowledge(person, document, number, LegalAcknowledgement.AcknowledgementKind.SEEN)) {
                accountStore.saveSilently(accountStore.require(person));
            }
        });
        return of(person, document);
    }

    /** False where it was recorded before. */
    private boolean acknowledge(
            UserId person, LegalDocument document, int number, LegalAcknowledgement.AcknowledgementKind kind) {
        versions.requireCurrent(document, number);
        var legalAcknowledgement = LegalAcknowledgement.of(person, document, number, kind, clock.instant());
        if (legalAcknowledgementRepository.existsById(legalAcknowledgement.id())) {
            return false;
        }
        legalAcknowledgementRepository.insert(legalAcknowledgement);
        return true;
    }
}

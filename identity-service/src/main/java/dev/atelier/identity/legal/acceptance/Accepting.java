package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.IdentityEvent.PolicyAccepted;
import dev.atelier.events.LegalDocument;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Provisioning;
import dev.atelier.identity.account.Register;
import dev.atelier.identity.legal.version.LegalVersions;
import dev.atelier.identity.legal.version.NotTheVersion;
import dev.atelier.identity.legal.version.Version;
import dev.atelier.identity.legal.version.VersionView;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.InvalidInput;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** People reading and accepting versions. */
@Component
class Accepting {
    private final LegalVersions versions;
    private final Words words;
    private final Register register;
    private final Provisioning provisioning;
    private final Transactions transactions;
    private final Clock clock;

    Accepting(
            LegalVersions versions,
            Words words,
            Register register,
            Provisioning provisioning,
            Transactions transactions,
            Clock clock) {
        this.versions = versions;
        this.words = words;
        this.register = register;
        this.provisioning = provisioning;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How the person stands to every document of which there is a version. */
    List<MyDocument> of(UserId person) {
        return Arrays.stream(LegalDocument.values())
                .filter(document -> versions.newest(document).isPresent())
                .map(document -> of(person, document))
                .toList();
    }

    /** What the person must accept before they go on. */
    List<Duty> owedBy(UserId person) {
        return Arrays.stream(LegalDocument.values())
                .filter(LegalVersions::acceptedByPeople)
                .flatMap(document -> owed(person, document).stream())
                .toList();
    }

    private Optional<Duty> owed(UserId person, LegalDocument document) {
        return versions.required(document)
                .map(Version::number)
                .filter(required -> accepted(person, document)
                        .filter(word -> word.number() >= required)
                        .isEmpty())
                .flatMap(required -> versions.inForce(document))
                .map(inForce -> new Duty(document, inForce.number()));
    }

    private Optional<Word> accepted(UserId person, LegalDocument document) {
        return words.findFirstByUserIdAndDocumentAndKindOrderByNumberDesc(person, document, Word.Kind.ACCEPTED);
    }

    MyDocument of(UserId person, LegalDocument document) {
        var accepted = accepted(person, document).orElse(null);
        int said = words.findFirstByUserIdAndDocumentOrderByNumberDesc(person, document)
                .map(Word::number)
                .orElse(0);
        return new MyDocument(
                document,
                versions.inForce(document).map(VersionView::of).orElse(null),
                versions.upcoming(document).map(VersionView::of).orElse(null),
                accepted == null ? null : accepted.number(),
                accepted == null ? null : accepted.at(),
                owed(person, document).map(Duty::number).orElse(null),
                versions.newest(document)
                        .filter(newest -> newest.number() > said)
                        .isPresent());
    }

    /**
     * Notes that the person accepts a version; again, nothing changes.
     *
     * @throws NotTheVersion where it is neither in force nor the newest
     */
    MyDocument accept(UserId person, LegalDocument document, int number) {
        if (!LegalVersions.acceptedByPeople(document)) {
            throw InvalidInput.of("document", "must be one that people accept, each for themselves");
        }
        provisioning.demand(person);
        transactions.run(() -> {
            if (say(person, document, number, Word.Kind.ACCEPTED)) {
                register.say(new PolicyAccepted(person, document, number));
            }
        });
        return of(person, document);
    }

    /** Notes that the person has read of a version. */
    MyDocument see(UserId person, LegalDocument document, int number) {
        provisioning.demand(person);
        transactions.run(() -> {
            if (say(person, document, number, Word.Kind.SEEN)) {
                register.note(register.get(person));
            }
        });
        return of(person, document);
    }

    /** False where it was said before. */
    private boolean say(UserId person, LegalDocument document, int number, Word.Kind kind) {
        versions.demandCurrent(document, number);
        var word = Word.of(person, document, number, kind, clock.instant());
        if (words.existsById(word.id())) {
            return false;
        }
        words.insert(word);
        return true;
    }
}

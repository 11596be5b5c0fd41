package dev.atelier.identity.legal.publication;

import dev.atelier.events.LegalDocument;
import dev.atelier.identity.legal.version.LegalVersion;
import dev.atelier.identity.legal.version.LegalVersionResponse;
import dev.atelier.identity.legal.version.LegalVersionStore;
import dev.atelier.identity.legal.version.LocalizedText;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Publishes legal documents. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/legal-documents/{document}")
class OperatorLegalDocumentController {
    private final PublishLegalVersion publishLegalVersion;
    private final LegalVersionStore versions;
    private final LegalAnnouncementRepository legalAnnouncementRepository;
    private final LegalDrafts drafts;

    OperatorLegalDocumentController(
            PublishLegalVersion publishLegalVersion,
            LegalVersionStore versions,
            LegalAnnouncementRepository legalAnnouncementRepository,
            LegalDrafts drafts) {
        this.publishLegalVersion = publishLegalVersion;
        this.versions = versions;
        this.legalAnnouncementRepository = legalAnnouncementRepository;
        this.drafts = drafts;
    }

    /** Returns how many people a version published now would be mailed to; the ETag is the newest version's. */
    @GetMapping
    ResponseEntity<PublicationPreviewResponse> preview(@PathVariable LegalDocument document) {
        int newest = versions.newest(document).map(LegalVersion::number).orElse(0);
        return ResponseEntity.ok()
                .eTag(ETags.of(newest))
                .body(new PublicationPreviewResponse(
                        document,
                        newest,
                        publishLegalVersion.countRecipients(),
                        LegalVersionStore.acceptedByPeople(document)));
    }

    /**
     * Publishes the next version, which cannot be changed afterwards. {@code If-Match} names the newest one, {@code
     * "0"} where there is none. People who signed in within the last three months get a mail.
     */
    @PostMapping("/versions")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<LegalVersionResponse> publish(
            @PathVariable LegalDocument document,
            @Valid @RequestBody PublishLegalVersionRequest body,
            ExpectedVersion expected,
            Caller operator) {
        var version = publishLegalVersion.publish(document, body, expected, operator.userId());
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(ETags.of(version.number()))
                .body(LegalVersionResponse.of(version));
    }

    /** Returns the shipped draft in both languages: complete it, delete its notice, then publish it. */
    @GetMapping("/draft")
    LegalDraftResponse draft(@PathVariable LegalDocument document) {
        return new LegalDraftResponse(document, drafts.of(document));
    }

    /** Returns all versions, the newest first. */
    @GetMapping("/versions")
    CursorPage<LegalVersionResponse> versions(@PathVariable LegalDocument document, CursorPageRequest page) {
        return versions.all(document, page).map(LegalVersionResponse::of);
    }

    /** Returns the progress of a version's announcement by mail. */
    @GetMapping("/versions/{number}/announcement")
    LegalAnnouncementResponse mailing(@PathVariable LegalDocument document, @PathVariable int number) {
        return legalAnnouncementRepository
                .findById(LegalAnnouncement.id(document, number))
                .map(mailing -> new LegalAnnouncementResponse(mailing.told(), mailing.done()))
                .orElseThrow(NotFound::new);
    }

    /** A draft, in Markdown. */
    record LegalDraftResponse(LegalDocument document, LocalizedText text) {}

    /**
     * Effects of publishing a version now.
     *
     * @param latestVersion the number of the newest version; 0 where there is none
     * @param recipientCount how many people signed in within the last three months
     * @param mayBeMaterial whether a version of the document may be material
     */
    record PublicationPreviewResponse(
            LegalDocument document, int latestVersion, long recipientCount, boolean mayBeMaterial) {}

    /**
     * Progress of an announcement.
     *
     * @param notifiedCount number of people so far
     */
    record LegalAnnouncementResponse(long notifiedCount, boolean finished) {}
}

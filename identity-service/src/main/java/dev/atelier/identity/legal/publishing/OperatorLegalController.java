package dev.atelier.identity.legal.publishing;

import dev.atelier.events.LegalDocument;
import dev.atelier.identity.legal.version.LegalVersions;
import dev.atelier.identity.legal.version.Text;
import dev.atelier.identity.legal.version.Version;
import dev.atelier.identity.legal.version.VersionView;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
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

/** Publishing legal documents. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/legal-documents/{document}")
class OperatorLegalController {
    private final Publishing publishing;
    private final LegalVersions versions;
    private final Mailings mailings;
    private final LegalDrafts drafts;

    OperatorLegalController(Publishing publishing, LegalVersions versions, Mailings mailings, LegalDrafts drafts) {
        this.publishing = publishing;
        this.versions = versions;
        this.mailings = mailings;
        this.drafts = drafts;
    }

    /** How many people would be told by mail of a version that is published now; the ETag is the newest version's. */
    @GetMapping
    ResponseEntity<Outlook> outlook(@PathVariable LegalDocument document) {
        int newest = versions.newest(document).map(Version::number).orElse(0);
        return ResponseEntity.ok()
                .eTag(ETags.of(newest))
                .body(new Outlook(document, newest, publishing.audience(), LegalVersions.acceptedByPeople(document)));
    }

    /**
     * Publishes the next version, for good. {@code If-Match} names the newest one, {@code "0"} where there is none. Who signed in
     * within the last three months is told by mail.
     */
    @PostMapping("/versions")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VersionView> publish(
            @PathVariable LegalDocument document,
            @Valid @RequestBody NewVersion body,
            ExpectedVersion expected,
            Caller operator) {
        var version = publishing.publish(document, body, expected, operator.userId());
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(ETags.of(version.number()))
                .body(VersionView.of(version));
    }

    /** The draft that this version of Atelier ships, in both languages: complete it, delete its notice, then publish it. */
    @GetMapping("/draft")
    LegalDraftResponse draft(@PathVariable LegalDocument document) {
        return new LegalDraftResponse(document, drafts.of(document));
    }

    /** All versions, the newest first. */
    @GetMapping("/versions")
    Page<VersionView> versions(@PathVariable LegalDocument document, PageRequest page) {
        return versions.all(document, page).map(VersionView::of);
    }

    /** How far a version was told by mail. */
    @GetMapping("/versions/{number}/mailing")
    Progress mailing(@PathVariable LegalDocument document, @PathVariable int number) {
        return mailings.findById(Mailing.id(document, number))
                .map(mailing -> new Progress(mailing.told(), mailing.done()))
                .orElseThrow(NotFound::new);
    }

    /** A draft, in Markdown. */
    record LegalDraftResponse(LegalDocument document, Text text) {}

    /**
     * What publishing would do.
     *
     * @param newest the number of the newest version; 0 where there is none
     * @param mails how many people signed in within the last three months
     * @param acceptedByPeople whether a version of it may be material
     */
    record Outlook(LegalDocument document, int newest, long mails, boolean acceptedByPeople) {}

    /**
     * Of a mailing.
     *
     * @param told people so far
     */
    record Progress(long told, boolean done) {}
}

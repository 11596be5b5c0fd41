package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.LegalDocument;
import dev.atelier.identity.legal.version.AcknowledgeLegalVersionRequest;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's acceptance of legal documents. */
@RestController
@RequestMapping("/api/me/legal-documents")
class LegalAcceptanceController {
    private final LegalAcceptanceService legalAcceptanceService;

    LegalAcceptanceController(LegalAcceptanceService legalAcceptanceService) {
        this.legalAcceptanceService = legalAcceptanceService;
    }

    /** Returns every published document; one page holds them all. */
    @GetMapping
    CursorPage<MyLegalDocumentResponse> all(Caller caller) {
        return new CursorPage<>(legalAcceptanceService.of(caller.userId()), null);
    }

    /** Returns what the caller must accept to go on using Atelier; the gateway calls this as well. */
    @GetMapping("/required-acceptances")
    RequiredAcceptancesResponse requiredAcceptances(Caller caller) {
        return new RequiredAcceptancesResponse(legalAcceptanceService.findRequired(caller.userId()));
    }

    /** Accepts the current or the upcoming version; 409 where a newer one exists. */
    @PostMapping("/{document}/accept")
    MyLegalDocumentResponse accept(
            @PathVariable LegalDocument document,
            @Valid @RequestBody AcknowledgeLegalVersionRequest body,
            Caller caller) {
        return legalAcceptanceService.accept(caller.userId(), document, body.number());
    }

    /** Records that the message about a version was read. */
    @PostMapping("/{document}/mark-read")
    MyLegalDocumentResponse markRead(
            @PathVariable LegalDocument document,
            @Valid @RequestBody AcknowledgeLegalVersionRequest body,
            Caller caller) {
        return legalAcceptanceService.markRead(caller.userId(), document, body.number());
    }

    /** Versions to accept; mostly none. */
    record RequiredAcceptancesResponse(List<RequiredAcceptance> items) {}
}

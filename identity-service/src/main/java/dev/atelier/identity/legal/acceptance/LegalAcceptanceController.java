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

/** How the caller stands to legal documents. */
@RestController
@RequestMapping("/api/me/legal-documents")
class LegalAcceptanceController {
    private final LegalAcceptanceService legalAcceptanceService;

    LegalAcceptanceController(LegalAcceptanceService legalAcceptanceService) {
        this.legalAcceptanceService = legalAcceptanceService;
    }

    /** Every document that was published; one page holds them all. */
    @GetMapping
    CursorPage<MyLegalDocumentResponse> all(Caller caller) {
        return new CursorPage<>(legalAcceptanceService.of(caller.userId()), null);
    }

    /** What I must accept before I go on; the gateway asks this, too. */
    @GetMapping("/duties")
    RequiredAcceptancesResponse duties(Caller caller) {
        return new RequiredAcceptancesResponse(legalAcceptanceService.owedBy(caller.userId()));
    }

    /** Accepts the version in force or the one that takes its place; 409 where there is another one by now. */
    @PostMapping("/{document}/acceptance")
    MyLegalDocumentResponse accept(
            @PathVariable LegalDocument document,
            @Valid @RequestBody AcknowledgeLegalVersionRequest body,
            Caller caller) {
        return legalAcceptanceService.accept(caller.userId(), document, body.number());
    }

    /** Says that the message of a version was read; it is no news any more. */
    @PostMapping("/{document}/sighting")
    MyLegalDocumentResponse see(
            @PathVariable LegalDocument document,
            @Valid @RequestBody AcknowledgeLegalVersionRequest body,
            Caller caller) {
        return legalAcceptanceService.see(caller.userId(), document, body.number());
    }

    /** What must be accepted; nothing, mostly. */
    record RequiredAcceptancesResponse(List<RequiredAcceptance> documents) {}
}

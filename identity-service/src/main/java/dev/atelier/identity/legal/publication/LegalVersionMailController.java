package dev.atelier.identity.legal.publication;

import dev.atelier.events.LegalDocument;
import dev.atelier.identity.legal.version.LegalLanguage;
import dev.atelier.identity.legal.version.LegalPageRenderer;
import dev.atelier.identity.legal.version.LegalVersionStore;
import dev.atelier.kit.security.CallingService;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Provides the content of announcement mails to notification-service. */
@RestController
class LegalVersionMailController {
    private final LegalVersionStore versions;
    private final LegalSettings settings;

    LegalVersionMailController(LegalVersionStore versions, LegalSettings settings) {
        this.versions = versions;
        this.settings = settings;
    }

    /** Returns the mail of a version, in French for a French language tag, else in English. */
    @GetMapping("/internal/legal-documents/{document}/versions/{number}/mail")
    LegalVersionMailResponse mail(
            @PathVariable LegalDocument document,
            @PathVariable int number,
            @Nullable @RequestParam(required = false) String language,
            CallingService service) {
        service.require("notification-service");
        var version = versions.require(document, number);
        var read = LegalLanguage.of(language);
        return new LegalVersionMailResponse(
                LegalPageRenderer.title(version, read),
                version.changes().in(read),
                version.effectiveFrom(),
                version.material(),
                settings.page(version, read).toString());
    }

    /** Content of the mail. */
    record LegalVersionMailResponse(
            String title, String changes, Instant effectiveFrom, boolean material, String link) {}
}

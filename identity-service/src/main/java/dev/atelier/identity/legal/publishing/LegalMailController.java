package dev.atelier.identity.legal.publishing;

import dev.atelier.events.LegalDocument;
import dev.atelier.identity.legal.version.Language;
import dev.atelier.identity.legal.version.LegalVersions;
import dev.atelier.identity.legal.version.Pages;
import dev.atelier.kit.security.CallingService;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LegalMailController {
    private final LegalVersions versions;
    private final LegalSettings settings;

    LegalMailController(LegalVersions versions, LegalSettings settings) {
        this.versions = versions;
        this.settings = settings;
    }

    /** What the mail of a version says, in French for a language tag of it, else in English. */
    @GetMapping("/internal/legal-documents/{document}/versions/{number}/mail")
    LegalMail mail(
            @PathVariable LegalDocument document,
            @PathVariable int number,
            @Nullable @RequestParam(required = false) String language,
            CallingService service) {
        service.mustBe("notification-service");
        var version = versions.demand(document, number);
        var read = Language.of(language);
        return new LegalMail(
                Pages.title(version, read),
                version.changes().in(read),
                version.effectiveFrom(),
                version.material(),
                settings.page(version, read).toString());
    }

    /** The parts of the mail. */
    record LegalMail(String title, String changes, Instant effectiveFrom, boolean material, String link) {}
}

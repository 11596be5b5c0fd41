package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.LegalDocument;
import dev.atelier.identity.legal.version.WhichVersion;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Page;
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
class LegalController {
    private final Accepting accepting;

    LegalController(Accepting accepting) {
        this.accepting = accepting;
    }

    /** Every document that was published; one page holds them all. */
    @GetMapping
    Page<MyDocument> all(Caller caller) {
        return new Page<>(accepting.of(caller.userId()), null);
    }

    /** What I must accept before I go on; the gateway asks this, too. */
    @GetMapping("/duties")
    Duties duties(Caller caller) {
        return new Duties(accepting.owedBy(caller.userId()));
    }

    /** Accepts the version in force or the one that takes its place; 409 where there is another one by now. */
    @PostMapping("/{document}/acceptance")
    MyDocument accept(@PathVariable LegalDocument document, @Valid @RequestBody WhichVersion body, Caller caller) {
        return accepting.accept(caller.userId(), document, body.number());
    }

    /** Says that the message of a version was read; it is no news any more. */
    @PostMapping("/{document}/sighting")
    MyDocument see(@PathVariable LegalDocument document, @Valid @RequestBody WhichVersion body, Caller caller) {
        return accepting.see(caller.userId(), document, body.number());
    }

    /** What must be accepted; nothing, mostly. */
    record Duties(List<Duty> documents) {}
}

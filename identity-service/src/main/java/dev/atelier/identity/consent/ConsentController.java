package dev.atelier.identity.consent;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and sets the caller's consents. */
@RestController
@RequestMapping("/api/me/consents")
class ConsentController {
    private final ConsentService consentService;

    ConsentController(ConsentService consentService) {
        this.consentService = consentService;
    }

    /** Returns the consents for all purposes on one page. */
    @GetMapping
    CursorPage<Consent> all(Caller caller) {
        return new CursorPage<>(consentService.of(caller.userId()), null);
    }

    /** Returns the consent for one purpose. */
    @GetMapping("/{purpose}")
    ResponseEntity<Consent> one(@PathVariable ConsentPurpose purpose, Caller caller) {
        return answer(consentService.of(caller.userId(), purpose));
    }

    /** Gives or withdraws a consent; 412 where it was changed in the meantime. */
    @PutMapping("/{purpose}")
    ResponseEntity<Consent> decide(
            @PathVariable ConsentPurpose purpose,
            Caller caller,
            ExpectedVersion expected,
            @Valid @RequestBody SetConsentRequest change) {
        return answer(consentService.decide(caller.userId(), purpose, expected, change));
    }

    /** Returns all decisions of the caller, the newest first. */
    @GetMapping("/history")
    CursorPage<ConsentDecisionResponse> history(CursorPageRequest page, Caller caller) {
        return consentService.history(caller.userId(), page);
    }

    private static ResponseEntity<Consent> answer(Consent consent) {
        return ResponseEntity.ok().eTag(ETags.of(consent.version())).body(consent);
    }
}

package dev.atelier.identity.contact;

import dev.atelier.identity.contact.challenge.ChallengeService;
import dev.atelier.identity.contact.challenge.ProofOfWorkChallenge;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contact requests without signing in. */
@RestController
@SecurityRequirements
@RequestMapping("/api/public/contact-requests")
class PublicContactController {
    private final ContactSubmissionService contactSubmissionService;
    private final ChallengeService challengeService;

    PublicContactController(ContactSubmissionService contactSubmissionService, ChallengeService challengeService) {
        this.contactSubmissionService = contactSubmissionService;
        this.challengeService = challengeService;
    }

    /** Returns a challenge to solve; valid for one request. */
    @GetMapping("/challenge")
    ResponseEntity<ProofOfWorkChallenge> challenge() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(challengeService.issue());
    }

    /** Accepts a request; the answer comes by mail. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void write(@Valid @RequestBody SubmitContactRequest body, HttpServletRequest request) {
        contactSubmissionService.submitAnonymously(body, request.getRemoteAddr());
    }
}

package dev.atelier.identity.contact;

import dev.atelier.identity.contact.challenge.Challenge;
import dev.atelier.identity.contact.challenge.Challenges;
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

/** Where strangers write to the operator. */
@RestController
@SecurityRequirements
@RequestMapping("/api/public/contact-requests")
class PublicContactController {
    private final Contacting contacting;
    private final Challenges challenges;

    PublicContactController(Contacting contacting, Challenges challenges) {
        this.contacting = contacting;
        this.challenges = challenges;
    }

    /** Work to be done before a request is taken; good for one request. */
    @GetMapping("/challenge")
    ResponseEntity<Challenge> challenge() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(challenges.next());
    }

    /** Takes a request; the answer comes by mail. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void write(@Valid @RequestBody NewContactRequest body, HttpServletRequest request) {
        contacting.fromStranger(body, request.getRemoteAddr());
    }
}

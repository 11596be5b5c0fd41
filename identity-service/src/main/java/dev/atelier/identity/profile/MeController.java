package dev.atelier.identity.profile;

import dev.atelier.identity.account.Account;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own account. */
@RestController
@RequestMapping("/api/me")
class MeController {
    private final Profiles profiles;

    MeController(Profiles profiles) {
        this.profiles = profiles;
    }

    /** Who am I? */
    @GetMapping
    ResponseEntity<Me> read(Caller caller) {
        return answer(profiles.of(caller.userId()));
    }

    /** Changes names, locale or time zone; 412 where it was changed in the meantime. */
    @PatchMapping
    ResponseEntity<Me> change(Caller caller, ExpectedVersion expected, @Valid @RequestBody ProfileChange change) {
        return answer(profiles.change(caller.userId(), expected, change));
    }

    private static ResponseEntity<Me> answer(Account account) {
        return ResponseEntity.ok().eTag(ETags.of(account.revision())).body(Me.of(account));
    }
}

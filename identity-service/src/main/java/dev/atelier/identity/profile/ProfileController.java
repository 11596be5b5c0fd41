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
class ProfileController {
    private final ProfileService profileService;

    ProfileController(ProfileService profileService) {
        this.profileService = profileService;
    }

    /** Returns the caller's account. */
    @GetMapping
    ResponseEntity<ProfileResponse> read(Caller caller) {
        return answer(profileService.of(caller.userId()));
    }

    /** Changes names, locale or time zone; 412 where the account was changed in the meantime. */
    @PatchMapping
    ResponseEntity<ProfileResponse> change(
            Caller caller, ExpectedVersion expected, @Valid @RequestBody UpdateProfileRequest change) {
        return answer(profileService.change(caller.userId(), expected, change));
    }

    private static ResponseEntity<ProfileResponse> answer(Account account) {
        return ResponseEntity.ok().eTag(ETags.of(account.revision())).body(ProfileResponse.of(account));
    }
}

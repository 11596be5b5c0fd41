package dev.atelier.identity.account;

import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and sets a person's status. The ETag is the account's. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/users/{userId}/status")
class UserStatusController {
    private final SetUserStatus setUserStatus;

    UserStatusController(SetUserStatus setUserStatus) {
        this.setUserStatus = setUserStatus;
    }

    /** Returns a user's status. */
    @GetMapping
    ResponseEntity<UserStatusResponse> read(@PathVariable UserId userId) {
        return answer(setUserStatus.of(userId));
    }

    /** Sets the status; 412 where the account was changed in the meantime. */
    @PutMapping
    ResponseEntity<UserStatusResponse> set(
            @PathVariable UserId userId,
            Caller operator,
            ExpectedVersion expected,
            @Valid @RequestBody UserStatusResponse body) {
        return answer(setUserStatus.set(userId, expected, body.status(), operator.userId()));
    }

    private static ResponseEntity<UserStatusResponse> answer(Account account) {
        return ResponseEntity.ok().eTag(ETags.of(account.revision())).body(new UserStatusResponse(account.status()));
    }

    record UserStatusResponse(
            @NotNull(message = "must be given") UserStatus status) {}
}

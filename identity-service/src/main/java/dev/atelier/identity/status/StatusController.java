package dev.atelier.identity.status;

import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
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

/** The status of a person; its ETag is the account's. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/users/{userId}/status")
class StatusController {
    private final Statuses statuses;

    StatusController(Statuses statuses) {
        this.statuses = statuses;
    }

    @GetMapping
    ResponseEntity<StatusOfUser> read(@PathVariable UserId userId) {
        return answer(statuses.of(userId));
    }

    /** Sets the status; 412 where the account was changed in the meantime. */
    @PutMapping
    ResponseEntity<StatusOfUser> set(
            @PathVariable UserId userId,
            Caller operator,
            ExpectedVersion expected,
            @Valid @RequestBody StatusOfUser body) {
        return answer(statuses.set(userId, expected, body.status(), operator.userId()));
    }

    private static ResponseEntity<StatusOfUser> answer(Account account) {
        return ResponseEntity.ok().eTag(ETags.of(account.revision())).body(new StatusOfUser(account.status()));
    }

    record StatusOfUser(@NotNull(message = "must be given") UserStatus status) {}
}

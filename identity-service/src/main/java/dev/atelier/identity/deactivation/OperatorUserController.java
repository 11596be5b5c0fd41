package dev.atelier.identity.deactivation;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.kit.email.ValidEmailAddress;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts for operators. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/users")
class OperatorUserController {
    private final AccountStore accountStore;
    private final DeactivationService deactivationService;

    OperatorUserController(AccountStore accountStore, DeactivationService deactivationService) {
        this.accountStore = accountStore;
        this.deactivationService = deactivationService;
    }

    /** Finds accounts by exact e-mail address. */
    @GetMapping
    CursorPage<OperatorUserResponse> find(@RequestParam @ValidEmailAddress String email, CursorPageRequest page) {
        return accountStore.findByEmail(email, page).map(OperatorUserResponse::of);
    }

    /** Deactivates an account; idempotent. */
    @PostMapping("/{userId}/deactivate")
    ResponseEntity<OperatorUserResponse> deactivate(@PathVariable UserId userId, Caller operator) {
        return answer(deactivationService.deactivate(userId, operator.userId()));
    }

    /** Reactivates an account; idempotent. 409 {@code recovery-needed} where a recovery case deactivated it. */
    @PostMapping("/{userId}/reactivate")
    ResponseEntity<OperatorUserResponse> reactivate(@PathVariable UserId userId, Caller operator) {
        return answer(deactivationService.reactivate(userId, operator.userId()));
    }

    private static ResponseEntity<OperatorUserResponse> answer(Account account) {
        return ResponseEntity.ok().eTag(ETags.of(account.revision())).body(OperatorUserResponse.of(account));
    }
}

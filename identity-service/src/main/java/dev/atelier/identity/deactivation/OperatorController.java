package dev.atelier.identity.deactivation;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.Register;
import dev.atelier.kit.email.ValidEmailAddress;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What platform staff may do with accounts. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/users")
class OperatorController {
    private final Register register;
    private final Deactivations deactivations;

    OperatorController(Register register, Deactivations deactivations) {
        this.register = register;
        this.deactivations = deactivations;
    }

    /** Finds the account with exactly this e-mail address. */
    @GetMapping
    Page<OperatorUser> find(@RequestParam @ValidEmailAddress String email, PageRequest page) {
        return register.withEmail(email, page).map(OperatorUser::of);
    }

    /** Shuts an account; asking again changes nothing. */
    @PostMapping("/{userId}/deactivation")
    ResponseEntity<OperatorUser> deactivate(@PathVariable UserId userId, Caller operator) {
        return answer(deactivations.deactivate(userId, operator.userId()));
    }

    /** Opens an account again; asking again changes nothing. 409 {@code recovery-needed} where a recovery case shut it. */
    @DeleteMapping("/{userId}/deactivation")
    ResponseEntity<OperatorUser> reactivate(@PathVariable UserId userId, Caller operator) {
        return answer(deactivations.reactivate(userId, operator.userId()));
    }

    private static ResponseEntity<OperatorUser> answer(Account account) {
        return ResponseEntity.ok().eTag(ETags.of(account.revision())).body(OperatorUser.of(account));
    }
}

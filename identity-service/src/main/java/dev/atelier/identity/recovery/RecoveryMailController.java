package dev.atelier.identity.recovery;

import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.CallingService;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Provides the recipients of recovery mails to notification-service. */
@RestController
class RecoveryMailController {
    private final RecoveryCaseService recoveryCaseService;
    private final AccountStore accountStore;

    RecoveryMailController(RecoveryCaseService recoveryCaseService, AccountStore accountStore) {
        this.recoveryCaseService = recoveryCaseService;
        this.accountStore = accountStore;
    }

    /** Recipient of a mail about a case. */
    enum RecoveryMailRecipient {
        /** The account's address when the case was opened. */
        ACCOUNT,
        /** The owner's address, where it is another one. */
        OWNER
    }

    /** Returns the recipient of a mail about a case; 404 where there is no such address. */
    @GetMapping("/internal/recovery-cases/{recoveryCaseId}/mail")
    RecoveryMailResponse mail(
            @PathVariable RecoveryCaseId recoveryCaseId,
            @RequestParam RecoveryMailRecipient recipient,
            CallingService service) {
        service.require("notification-service");
        var recovery = recoveryCaseService.get(recoveryCaseId);
        var account = accountStore.require(recovery.userId());
        var email = recipient == RecoveryMailRecipient.ACCOUNT
                ? recovery.before()
                : other(recovery.address(), recovery.before());
        if (email == null) {
            throw new NotFound();
        }
        return new RecoveryMailResponse(
                email, account.state().displayName(), account.preferences().locale());
    }

    private static @Nullable String other(@Nullable String address, @Nullable String before) {
        return address == null || address.equals(before) ? null : address;
    }

    /** Name and address of the recipient. */
    record RecoveryMailResponse(String email, String name, String locale) {}
}

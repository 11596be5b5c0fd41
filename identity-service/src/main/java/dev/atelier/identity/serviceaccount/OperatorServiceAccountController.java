package dev.atelier.identity.serviceaccount;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators revoke harmful service accounts, which they cannot list. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/service-accounts")
class OperatorServiceAccountController {
    private final ServiceAccountStore accounts;
    private final TransactionRunner transactionRunner;

    OperatorServiceAccountController(ServiceAccountStore accounts, TransactionRunner transactionRunner) {
        this.accounts = accounts;
        this.transactionRunner = transactionRunner;
    }

    /** Revokes an account with all its keys, at once and for good; 404 where there is none or it is revoked. */
    @PostMapping("/{serviceAccountId}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UserId serviceAccountId, Caller caller) {
        transactionRunner.run(() -> accounts.revokeById(serviceAccountId, caller.userId()));
    }
}

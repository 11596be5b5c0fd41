package dev.atelier.identity.addresschange;

import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.CallingService;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Provides the content of mails to notification-service. */
@RestController
class AddressChangeMailController {
    private final AddressChangeRepository changes;
    private final AccountStore accountStore;
    private final AddressChangeSettings settings;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    AddressChangeMailController(
            AddressChangeRepository changes,
            AccountStore accountStore,
            AddressChangeSettings settings,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.changes = changes;
        this.accountStore = accountStore;
        this.settings = settings;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /**
     * Creates the mail to the new address, each time with a new link; 410 where the request is no longer open. It
     * contains no name, as the address may belong to a stranger.
     */
    @PostMapping("/internal/address-changes/{addressChangeId}/confirmation-mail")
    AddressChangeMailResponse createConfirmationMail(
            @PathVariable AddressChangeId addressChangeId, CallingService service) {
        service.require("notification-service");
        return transactionRunner.call(() -> {
            var token = AddressChangeToken.generate(addressChangeId);
            var change = changes.save(get(addressChangeId).addLink(token.hash(), clock.instant()));
            return new AddressChangeMailResponse(
                    change.email(), token.link(settings.publicUrl()), change.expires(), locale(change.userId()));
        });
    }

    /** Returns the mail to the old address; 404 where there is none, or the address has not changed. */
    @GetMapping("/internal/address-changes/{addressChangeId}/notice-mail")
    AddressChangeMailResponse noticeMail(@PathVariable AddressChangeId addressChangeId, CallingService service) {
        service.require("notification-service");
        var change = get(addressChangeId);
        if (!change.done() || change.before() == null) {
            throw new NotFound();
        }
        return new AddressChangeMailResponse(change.before(), null, change.expires(), locale(change.userId()));
    }

    private AddressChange get(AddressChangeId id) {
        return changes.findById(id).orElseThrow(NotFound::new);
    }

    private String locale(UserId person) {
        return accountStore.require(person).preferences().locale();
    }

    /** Content of a mail. */
    record AddressChangeMailResponse(String email, @Nullable String link, Instant expiresAt, String locale) {}
}

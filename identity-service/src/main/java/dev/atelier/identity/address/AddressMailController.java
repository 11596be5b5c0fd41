package dev.atelier.identity.address;

import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Register;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.security.CallingService;
import dev.atelier.kit.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AddressMailController {
    private final AddressChanges changes;
    private final Register register;
    private final AddressSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    AddressMailController(
            AddressChanges changes,
            Register register,
            AddressSettings settings,
            Transactions transactions,
            Clock clock) {
        this.changes = changes;
        this.register = register;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The mail to the new address, each time with a new link; 410 where none would open. No name of anybody: the address may be a stranger's. */
    @GetMapping("/internal/address-changes/{id}/proof")
    AddressMail proof(@PathVariable AddressChangeId id, CallingService service) {
        service.mustBe("notification-service");
        return transactions.call(() -> {
            var token = LinkToken.fresh(id);
            var change = changes.save(get(id).mailed(token.hash(), clock.instant()));
            return new AddressMail(
                    change.email(), token.link(settings.publicUrl()), change.expires(), locale(change.userId()));
        });
    }

    /** The mail to the old address; 404 where there was none, or nothing has changed. */
    @GetMapping("/internal/address-changes/{id}/notice")
    AddressMail notice(@PathVariable AddressChangeId id, CallingService service) {
        service.mustBe("notification-service");
        var change = get(id);
        if (!change.done() || change.before() == null) {
            throw new NotFound();
        }
        return new AddressMail(change.before(), null, change.expires(), locale(change.userId()));
    }

    private AddressChange get(AddressChangeId id) {
        return changes.findById(id).orElseThrow(NotFound::new);
    }

    private String locale(UserId person) {
        return register.get(person).preferences().locale();
    }

    /** The parts of a mail. */
    record AddressMail(String email, @Nullable String link, Instant expires, String locale) {}
}

package dev.atelier.identity.contact;

import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.account.PersonalDetails;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the name and address of a request's sender. */
@Component
class ContactSenderResolver {
    private final AccountStore accountStore;

    ContactSenderResolver(AccountStore accountStore) {
        this.accountStore = accountStore;
    }

    ContactSender of(ContactRequest request) {
        var sender = request.sender();
        if (sender != null) {
            return new ContactSender(sender.name(), sender.email());
        }
        var userId = request.userId();
        return userId == null
                ? new ContactSender(null, null)
                : accountStore
                        .find(userId)
                        .map(account -> of(account.particulars()))
                        .orElseGet(() -> new ContactSender(null, null));
    }

    private static ContactSender of(PersonalDetails person) {
        var name = Stream.of(person.firstName(), person.lastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new ContactSender(name.isEmpty() ? null : name, person.email());
    }

    /** An anonymous sender as they gave it, a person as their account is now. */
    record ContactSender(@Nullable String name, @Nullable String email) {}
}

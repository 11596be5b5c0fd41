package dev.atelier.identity.contact;

import dev.atelier.identity.account.Particulars;
import dev.atelier.identity.account.Register;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows who wrote a request. */
@Component
class Correspondents {
    private final Register register;

    Correspondents(Register register) {
        this.register = register;
    }

    Correspondent of(ContactRequest request) {
        var sender = request.sender();
        if (sender != null) {
            return new Correspondent(sender.name(), sender.email());
        }
        var userId = request.userId();
        return userId == null
                ? new Correspondent(null, null)
                : register.find(userId)
                        .map(account -> of(account.particulars()))
                        .orElseGet(() -> new Correspondent(null, null));
    }

    private static Correspondent of(Particulars person) {
        var name = Stream.of(person.firstName(), person.lastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new Correspondent(name.isEmpty() ? null : name, person.email());
    }

    /** Who wrote: a stranger as they said, a person as their account says now. */
    record Correspondent(@Nullable String name, @Nullable String email) {}
}

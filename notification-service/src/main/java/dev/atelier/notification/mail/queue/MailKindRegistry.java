package dev.atelier.notification.mail.queue;

import dev.atelier.notification.mail.MailKind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the kinds of mail by their keys. */
@Component
class MailKindRegistry {
    private final Map<String, MailKind> byKey;

    /**
     * Collects the kinds.
     *
     * @throws IllegalStateException if two kinds have the same key
     */
    MailKindRegistry(List<MailKind> kinds) {
        byKey = kinds.stream().collect(Collectors.toUnmodifiableMap(MailKind::key, Function.identity()));
    }

    /**
     * Returns the kind with this key.
     *
     * @throws IllegalStateException if this version of the service does not know it: the mail is retried, so that an
     *     instance that knows it can send it
     */
    MailKind get(String key) {
        var kind = byKey.get(key);
        if (kind == null) {
            throw new IllegalStateException("no kind of mail has the key " + key);
        }
        return kind;
    }
}

package dev.atelier.notification.mail;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the queue stores about one mail: its recipient and the ids from which its content is composed.
 *
 * @param recipient null if the recipient is only an address; the service that knows the address is asked for it
 * @param values ids and names that the content needs, by key
 */
public record MailData(WorkspaceId workspaceId, @Nullable UserId recipient, Map<String, String> values) {
    /** Placeholder workspace id of mails that belong to no workspace but to the operator. */
    public static final WorkspaceId OPERATOR = new WorkspaceId(new UUID(0, 0));

    public MailData {
        values = Map.copyOf(values);
    }

    /** Creates the data of a mail that belongs to no workspace. */
    public static MailData withoutWorkspace(@Nullable UserId recipient, Map<String, String> values) {
        return new MailData(OPERATOR, recipient, values);
    }

    /** Returns the value of a key, or an empty string. */
    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** Returns the recipient of a mail that goes to a user. */
    public UserId requireRecipient() {
        return Objects.requireNonNull(recipient);
    }
}

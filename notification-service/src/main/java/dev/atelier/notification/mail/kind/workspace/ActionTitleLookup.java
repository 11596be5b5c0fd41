package dev.atelier.notification.mail.kind.workspace;

import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.notification.mail.MailData;
import org.springframework.stereotype.Component;

/** Requests titles of actions from workspace-service, with the permissions of the mail's recipient. */
@Component
public class ActionTitleLookup {
    private final InternalClientFactory services;

    ActionTitleLookup(InternalClientFactory services) {
        this.services = services;
    }

    /**
     * Returns the title of an action of the project {@code projectId}.
     *
     * @throws dev.atelier.kit.http.RemoteRefusal if it does not exist or the recipient may not read it
     */
    public String title(MailData data, String actionId) {
        return services.clientFor("workspace-service")
                .onBehalfOf(data.requireRecipient())
                .get(
                        "/internal/workspaces/{w}/projects/{p}/actions/{a}",
                        data.workspaceId(),
                        data.get("projectId"),
                        actionId)
                .retrieve(MentionedActionPayload.class)
                .title();
    }

    /** Response of workspace-service for an action. */
    private record MentionedActionPayload(String title) {}
}

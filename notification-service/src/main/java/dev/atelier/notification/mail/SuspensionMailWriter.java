package dev.atelier.notification.mail;

import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.responsibility.ResponsibilityItem;
import dev.atelier.kit.responsibility.ResponsibilityList;
import dev.atelier.kit.responsibility.ResponsibilityService;
import dev.atelier.notification.recipient.RecipientDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lists what is suspended at this moment because one member has left. Asks all services that hold such things. */
@Component
class SuspensionMailWriter {
    /** Maximum number of things that a mail lists. */
    static final int NAMED = 50;

    private static final List<String> OTHERS = List.of("identity-service", "workspace-service", "agent-run-service");

    private final InternalClientFactory services;
    private final ResponsibilityService responsibilityService;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final RecipientDirectory recipientDirectory;
    private final MailMessages mailMessages;
    private final SuspensionMailSettings settings;

    SuspensionMailWriter(
            InternalClientFactory services,
            ResponsibilityService responsibilityService,
            WorkspaceAuthorization workspaceAuthorization,
            RecipientDirectory recipientDirectory,
            MailMessages mailMessages,
            SuspensionMailSettings settings) {
        this.services = services;
        this.responsibilityService = responsibilityService;
        this.workspaceAuthorization = workspaceAuthorization;
        this.recipientDirectory = recipientDirectory;
        this.mailMessages = mailMessages;
        this.settings = settings;
    }

    /**
     * Returns the workspace's name, the name of the responsible member, and the suspended things with their addresses.
     *
     * @throws NoMailRecipient if nothing is suspended any more
     */
    List<String> values(QueuedMail mail, Locale locale) {
        var member = TypedIdFactory.parse(UserId.class, mail.about("responsible"));
        var suspended = suspended(mail.workspaceId(), member);
        if (suspended.isEmpty()) {
            throw new NoMailRecipient("nothing-suspended");
        }
        return List.of(
                MailDisplayName.of(workspaceAuthorization.workspaceName(mail.workspaceId())),
                recipientDirectory
                        .name(member)
                        .map(MailDisplayName::of)
                        .orElseGet(() -> mailMessages.getText(locale, "somebody")),
                lines(mail.workspaceId(), suspended, locale));
    }

    private List<ResponsibilityItem> suspended(WorkspaceId workspace, UserId member) {
        return OTHERS.stream()
                .map(service -> services.clientFor(service)
                        .asService()
                        .get("/internal/workspaces/{workspaceId}/responsibilities", workspace)
                        .query("member", member)
                        .retrieve(ResponsibilityList.class))
                .reduce(responsibilityService.listFor(workspace, member), ResponsibilityList::and)
                .items()
                .stream()
                .filter(item -> item.suspendedAt() != null)
                .toList();
    }

    private String lines(WorkspaceId workspace, List<ResponsibilityItem> items, Locale locale) {
        var lines = new ArrayList<String>();
        items.stream().limit(NAMED).map(item -> line(workspace, item, locale)).forEach(lines::add);
        if (items.size() > NAMED) {
            lines.add(mailMessages.getText(locale, "responsibility-ended.more", items.size() - NAMED));
        }
        return String.join("\n", lines);
    }

    private String line(WorkspaceId workspace, ResponsibilityItem item, Locale locale) {
        var kind = mailMessages.reason(locale, "responsibility-ended.kind", item.kind());
        return mailMessages.getText(
                locale, "responsibility-ended.thing", kind, MailDisplayName.of(item.name()), address(workspace, item));
    }

    private String address(WorkspaceId workspace, ResponsibilityItem item) {
        var base = Objects.requireNonNull(settings.publicUrl()).toString().replaceAll("/+$", "");
        return base + "/api/workspaces/" + workspace + "/" + item.kind() + "s/" + item.id();
    }
}

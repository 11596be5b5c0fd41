package dev.atelier.notification.mail.kind.suspension;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.responsibility.ResponsibilityItem;
import dev.atelier.kit.responsibility.ResponsibilityList;
import dev.atelier.kit.responsibility.ResponsibilityService;
import dev.atelier.notification.mail.NoMailRecipient;
import dev.atelier.notification.mail.rendering.MailDisplayName;
import dev.atelier.notification.mail.rendering.MailMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lists what is suspended at this moment because one member has left. Asks all services that hold such things. */
@Component
class SuspendedItemList {
    /** Maximum number of things that a mail lists. */
    private static final int LISTED = 50;

    private static final List<String> OTHER_SERVICES =
            List.of("identity-service", "workspace-service", "agent-run-service");

    private final InternalClientFactory services;
    private final ResponsibilityService responsibilityService;
    private final MailMessages mailMessages;
    private final SuspensionMailSettings settings;

    SuspendedItemList(
            InternalClientFactory services,
            ResponsibilityService responsibilityService,
            MailMessages mailMessages,
            SuspensionMailSettings settings) {
        this.services = services;
        this.responsibilityService = responsibilityService;
        this.mailMessages = mailMessages;
        this.settings = settings;
    }

    /**
     * Returns one line per suspended thing with its address.
     *
     * @throws NoMailRecipient if nothing is suspended any more
     */
    String text(WorkspaceId workspace, UserId responsible, Locale locale) {
        var suspended = suspended(workspace, responsible);
        if (suspended.isEmpty()) {
            throw new NoMailRecipient("nothing-suspended");
        }
        return lines(workspace, suspended, locale);
    }

    private List<ResponsibilityItem> suspended(WorkspaceId workspace, UserId responsible) {
        return OTHER_SERVICES.stream()
                .map(service -> services.clientFor(service)
                        .asService()
                        .get("/internal/workspaces/{workspaceId}/responsibilities", workspace)
                        .query("member", responsible)
                        .retrieve(ResponsibilityList.class))
                .reduce(responsibilityService.listFor(workspace, responsible), ResponsibilityList::and)
                .items()
                .stream()
                .filter(item -> item.suspendedAt() != null)
                .toList();
    }

    private String lines(WorkspaceId workspace, List<ResponsibilityItem> items, Locale locale) {
        var lines = new ArrayList<String>();
        items.stream().limit(LISTED).map(item -> line(workspace, item, locale)).forEach(lines::add);
        if (items.size() > LISTED) {
            lines.add(mailMessages.getText(locale, "responsibility-ended.more", items.size() - LISTED));
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

package dev.atelier.notification.mail.kind.workspace;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.NoMailRecipient;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.rendering.MailDisplayName;
import dev.atelier.notification.mail.rendering.MailLinkSettings;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.recipient.Recipient;
import dev.atelier.notification.recipient.RecipientDirectory;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The common parts of mails to a member of a workspace, which name the workspace and link to a page of it. */
@Component
public class MemberMailComposer {
    private final WorkspaceAuthorization workspaceAuthorization;
    private final RecipientDirectory recipientDirectory;
    private final MailMessages mailMessages;
    private final MailLinkSettings mailLinkSettings;

    MemberMailComposer(
            WorkspaceAuthorization workspaceAuthorization,
            RecipientDirectory recipientDirectory,
            MailMessages mailMessages,
            MailLinkSettings mailLinkSettings) {
        this.workspaceAuthorization = workspaceAuthorization;
        this.recipientDirectory = recipientDirectory;
        this.mailMessages = mailMessages;
        this.mailLinkSettings = mailLinkSettings;
    }

    /**
     * Returns the recipient.
     *
     * @throws dev.atelier.kit.problem.NotFound if they are no member of the workspace any more
     * @throws NoMailRecipient if no mail can be sent to them
     */
    public Recipient recipient(MailData data) {
        var member = data.requireRecipient();
        workspaceAuthorization.requireMember(data.workspaceId(), member);
        return recipientDirectory.findReachable(member).orElseThrow(() -> new NoMailRecipient("not-reachable"));
    }

    /** Composes a mail without an attachment. */
    public OutgoingMail compose(MailKind kind, MailData data, Recipient recipient, List<String> values, String link) {
        return new OutgoingMail(
                recipient.email(), kind.key(), recipient.locale(), values, workspaceName(data), link, null);
    }

    /** Returns the name of the workspace. */
    public String workspaceName(MailData data) {
        return MailDisplayName.of(workspaceAuthorization.workspaceName(data.workspaceId()));
    }

    /**
     * Returns the name of the project {@code projectId}.
     *
     * @throws dev.atelier.kit.problem.NotFound if the recipient may not read the project
     */
    public String projectName(MailData data) {
        workspaceAuthorization.requireParticipant(data.workspaceId(), projectId(data), data.requireRecipient());
        return anyProjectName(data);
    }

    /** Returns the name of the project {@code projectId} without checking whether the recipient may read the project. */
    String anyProjectName(MailData data) {
        return MailDisplayName.of(workspaceAuthorization.projectName(data.workspaceId(), projectId(data)));
    }

    private static ProjectId projectId(MailData data) {
        return TypedIdFactory.parse(ProjectId.class, data.get("projectId"));
    }

    /** Returns the name of a user; the text {@code somebody} if the user does not exist any more. */
    public String userName(UserId user, Locale locale) {
        return recipientDirectory
                .name(user)
                .map(MailDisplayName::of)
                .orElseGet(() -> mailMessages.getText(locale, "somebody"));
    }

    /** Returns the name of the user whose id is stored under this key. */
    public String userName(MailData data, String key, Locale locale) {
        return userName(TypedIdFactory.parse(UserId.class, data.get(key)), locale);
    }

    /** Links to the page of the workspace. */
    public String workspaceLink(MailData data) {
        return mailLinkSettings.link("/workspaces/{w}", data.workspaceId());
    }

    /**
     * Links to a page of the workspace. Links to the list if an older version queued the mail without the id.
     *
     * @param list path of the list
     * @param key the key under which the id is stored
     */
    public String link(MailData data, String list, String key) {
        return data.get(key).isEmpty()
                ? mailLinkSettings.link("/workspaces/{w}/{list}", data.workspaceId(), list)
                : mailLinkSettings.link("/workspaces/{w}/{list}/{id}", data.workspaceId(), list, data.get(key));
    }

    /** Links to the action {@code actionId} of the project {@code projectId}. */
    String actionLink(MailData data) {
        return mailLinkSettings.link(
                "/workspaces/{w}/projects/{p}/actions/{a}",
                data.workspaceId(),
                data.get("projectId"),
                data.get("actionId"));
    }
}

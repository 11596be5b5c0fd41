package dev.atelier.notification.mail;

import dev.atelier.events.id.TypedIds;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.http.InternalClients;
import dev.atelier.kit.responsibility.Responsibilities;
import dev.atelier.kit.responsibility.ResponsibilityItem;
import dev.atelier.kit.responsibility.ResponsibilityList;
import dev.atelier.notification.people.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes what is suspended at this moment because one member is gone, asked of all services that hold such things. */
@Component
class SuspensionWriting {
    /** How many things a mail names. */
    static final int NAMED = 50;

    private static final List<String> OTHERS = List.of("identity-service", "workspace-service", "agent-run-service");

    private final InternalClients services;
    private final Responsibilities responsibilities;
    private final Access access;
    private final People people;
    private final Words words;
    private final SuspensionMailSettings settings;

    SuspensionWriting(
            InternalClients services,
            Responsibilities responsibilities,
            Access access,
            People people,
            Words words,
            SuspensionMailSettings settings) {
        this.services = services;
        this.responsibilities = responsibilities;
        this.access = access;
        this.people = people;
        this.words = words;
        this.settings = settings;
    }

    /**
     * The workspace, who was responsible, and the things with their addresses.
     *
     * @throws NobodyToTell where nothing is suspended any more
     */
    List<String> values(QueuedMail mail, Locale locale) {
        var member = TypedIds.parse(UserId.class, mail.about("responsible"));
        var suspended = suspended(mail.workspaceId(), member);
        if (suspended.isEmpty()) {
            throw new NobodyToTell("nothing-suspended");
        }
        return List.of(
                PlainName.of(access.workspaceName(mail.workspaceId())),
                people.name(member).map(PlainName::of).orElseGet(() -> words.say(locale, "somebody")),
                lines(mail.workspaceId(), suspended, locale));
    }

    private List<ResponsibilityItem> suspended(WorkspaceId workspace, UserId member) {
        return OTHERS.stream()
                .map(service -> services.to(service)
                        .asItself()
                        .get("/internal/workspaces/{w}/responsibilities", workspace)
                        .query("member", member)
                        .as(ResponsibilityList.class))
                .reduce(responsibilities.of(workspace, member), ResponsibilityList::and)
                .items()
                .stream()
                .filter(item -> item.suspendedAt() != null)
                .toList();
    }

    private String lines(WorkspaceId workspace, List<ResponsibilityItem> items, Locale locale) {
        var lines = new ArrayList<String>();
        items.stream().limit(NAMED).map(item -> line(workspace, item, locale)).forEach(lines::add);
        if (items.size() > NAMED) {
            lines.add(words.say(locale, "responsibility-ended.more", items.size() - NAMED));
        }
        return String.join("\n", lines);
    }

    private String line(WorkspaceId workspace, ResponsibilityItem item, Locale locale) {
        var kind = words.reason(locale, "responsibility-ended.kind", item.kind());
        return words.say(
                locale, "responsibility-ended.thing", kind, PlainName.of(item.name()), address(workspace, item));
    }

    private String address(WorkspaceId workspace, ResponsibilityItem item) {
        var base = Objects.requireNonNull(settings.publicUrl()).toString().replaceAll("/+$", "");
        return base + "/api/workspaces/" + workspace + "/" + item.kind() + "s/" + item.id();
    }
}

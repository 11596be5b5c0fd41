package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.AgentRunEvent;
import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.NotificationEvent;
import dev.atelier.events.ReportEvent;
import dev.atelier.events.ServiceAccountEvent;
import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.privacy.NotPersonal;
import java.util.List;
import java.util.stream.Stream;

/** Selects event types: one type, {@code agent-run.run-completed}, or all with a prefix, {@code agent-run.*}. */
public record EventTypeFilter(
        @NotPersonal("a type of event or its beginning") String pattern) {
    /** The types that an endpoint can subscribe to: events about workspaces, none about users. */
    static final List<String> TYPES = MessageCatalogue.all().stream()
            .filter(entry -> Stream.of(
                            WorkspaceEvent.class,
                            AgentRunEvent.class,
                            ReportEvent.class,
                            NotificationEvent.class,
                            ServiceAccountEvent.class)
                    .anyMatch(family -> family.isAssignableFrom(entry.message())))
            .map(MessageCatalogue.CatalogueEntry::type)
            .sorted()
            .toList();

    /** Whether it matches any existing type. */
    boolean matchesAnyType() {
        return TYPES.stream().anyMatch(this::matches);
    }

    public boolean matches(String type) {
        return pattern.endsWith("*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }
}

package dev.atelier.events;

/** Something that happened; published once on a {@code *.events} topic and kept for 14 days. */
public sealed interface DomainEvent extends PublishedMessage
        permits IdentityEvent,
                ContactEvent,
                LegalEvent,
                ServiceAccountEvent,
                SecurityEvent,
                OperatorEvent,
                WorkspaceEvent,
                AgentRunEvent,
                ReportEvent,
                NotificationEvent {}

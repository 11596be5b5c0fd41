package dev.atelier.kit.inbox;

/**
 * Marks a bean that handles domain events. Its methods {@code void on(SomeEvent event)} and {@code void on(SomeEvent
 * event, MessageEnvelope envelope)} are found and called; the parameter may also be a sealed interface ({@code
 * WorkspaceEvent}, {@code DomainEvent}). All {@code on} methods of a service for one event run in one transaction,
 * which also stores the event id in the inbox. They may only write documents, because a transaction may be repeated.
 */
public interface DomainEventHandler {}

package dev.atelier.kit.inbox;

/**
 * Marks a bean that hears facts: its methods {@code void on(SomeEvent event)} or {@code void on(SomeEvent event,
 * Envelope envelope)} are found and called; the parameter may also be a sealed interface ({@code WorkspaceEvent},
 * {@code Event}). All {@code on} methods of a service for one event run in one transaction together with the note that
 * the event was seen. They write documents and nothing else: a transaction may be repeated.
 */
public interface DomainEventHandler {}

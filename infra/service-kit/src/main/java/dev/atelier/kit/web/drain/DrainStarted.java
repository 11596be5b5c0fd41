package dev.atelier.kit.web.drain;

/**
 * An application event: this instance is about to stop, so components with long-lived connections close them and the
 * clients reconnect elsewhere.
 */
public record DrainStarted() {}

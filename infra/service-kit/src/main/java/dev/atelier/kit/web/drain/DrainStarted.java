package dev.atelier.kit.web.drain;

/** This instance is about to stop: whoever holds a connection open for long lets it go, so that its client comes back elsewhere. */
public record DrainStarted() {}

package dev.atelier.gateway.ratelimit.usage;

/**
 * Requests that one instance let in.
 *
 * @param limit which limit they count for
 * @param who whose they were, as the limit names them: a digest
 * @param requests how many, 1 at least
 */
public record RateLimitUsage(String limit, String who, long requests) {}

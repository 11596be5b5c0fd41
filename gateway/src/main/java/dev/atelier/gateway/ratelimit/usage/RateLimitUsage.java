package dev.atelier.gateway.ratelimit.usage;

/**
 * Requests that one instance admitted.
 *
 * @param limit name of the limit that they count for
 * @param who digest of the limit's key
 * @param requests number of requests, at least 1
 */
public record RateLimitUsage(String limit, String who, long requests) {}

package dev.atelier.identity.securitylog;

/**
 * Where the chain begins and ends.
 *
 * @param anchor the sequence of the entry before the oldest that is kept, 0 where none was dropped; with its hash
 * @param last the sequence of the newest entry, 0 where there is none; with its hash
 */
public record ChainBounds(long anchor, String anchorHash, long last, String lastHash) {}

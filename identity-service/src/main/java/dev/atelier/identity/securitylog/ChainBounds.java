package dev.atelier.identity.securitylog;

/**
 * Beginning and end of the chain.
 *
 * @param anchor the sequence of the entry before the oldest kept one, 0 where none was deleted; with its hash
 * @param last the sequence of the newest entry, 0 where there is none; with its hash
 */
public record ChainBounds(long anchor, String anchorHash, long last, String lastHash) {}

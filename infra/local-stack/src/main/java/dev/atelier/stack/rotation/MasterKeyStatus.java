package dev.atelier.stack.rotation;

import java.util.Optional;

/**
 * What a service says of its master keys.
 *
 * @param currentKeyId of the key that it seals with; empty where it keeps no secrets
 * @param outdated how many of its secrets another key wraps
 */
record MasterKeyStatus(Optional<String> currentKeyId, long outdated) {}

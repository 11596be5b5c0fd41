package dev.atelier.stack.rotation;

import java.util.Optional;

/**
 * A service's status of its master keys.
 *
 * @param currentKeyId id of the key that seals new secrets; empty if the service stores no secrets
 * @param outdated number of secrets that another key wraps
 */
record ServiceMasterKeyStatus(Optional<String> currentKeyId, long outdated) {}

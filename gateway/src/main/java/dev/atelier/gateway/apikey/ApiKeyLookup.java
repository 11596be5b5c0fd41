package dev.atelier.gateway.apikey;

import java.time.Instant;

/** The answer of identity-service about a key. */
sealed interface ApiKeyLookup {
    /** Returns when the key must be looked up again. */
    Instant until();

    /** The key does not exist, has expired or was revoked; it never becomes valid again. */
    record RejectedKey(Instant until) implements ApiKeyLookup {}

    /**
     * The key is valid.
     *
     * @param token the token that replaces the key
     * @param end when the token expires; it is not used after that, even if no new one is available
     */
    record AcceptedKey(String token, String account, String session, Instant issuedAt, Instant until, Instant end)
            implements ApiKeyLookup {
        @Override
        public String toString() {
            return "token of " + account;
        }
    }
}

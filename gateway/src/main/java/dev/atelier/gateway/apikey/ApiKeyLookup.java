package dev.atelier.gateway.apikey;

import java.time.Instant;

/** What identity-service said of a key. */
sealed interface ApiKeyLookup {
    /** When it is to be asked again. */
    Instant until();

    /** The key was never made, ended, or was revoked: that stays so. */
    record RejectedKey(Instant until) implements ApiKeyLookup {}

    /**
     * The key is good.
     *
     * @param token what goes on in the key's place
     * @param end when the token may not be used any more, whether or not another one can be had
     */
    record AcceptedKey(String token, String account, String session, Instant issuedAt, Instant until, Instant end)
            implements ApiKeyLookup {
        @Override
        public String toString() {
            return "token of " + account;
        }
    }
}

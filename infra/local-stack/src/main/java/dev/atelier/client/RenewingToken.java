package dev.atelier.client;

import dev.atelier.backing.signin.OAuthTokens;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An access token that is renewed before its five minutes are over. */
public final class RenewingToken implements Supplier<@Nullable String> {
    private static final Duration FRESH = Duration.ofMinutes(4);

    private final Supplier<OAuthTokens> signIn;
    private OAuthTokens tokens;
    private long since = System.nanoTime();

    public RenewingToken(OAuthTokens first, Supplier<OAuthTokens> signIn) {
        this.tokens = first;
        this.signIn = signIn;
    }

    @Override
    public synchronized String get() {
        if (System.nanoTime() - since > FRESH.toNanos()) {
            tokens = signIn.get();
            since = System.nanoTime();
        }
        return tokens.accessToken();
    }
}

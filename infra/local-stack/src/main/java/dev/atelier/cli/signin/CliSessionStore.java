package dev.atelier.cli.signin;

import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.OAuthTokens;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.stack.PrivatePropertiesFile;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Stores one session per person and realm in {@code sessions.properties}, because each sign-in would appear as another
 * device.
 */
final class CliSessionStore {
    private final PrivatePropertiesFile file;
    private final BrowserSignIn signIn;

    CliSessionStore(Path directory, BrowserSignIn signIn) {
        this.file = new PrivatePropertiesFile(directory.resolve("sessions.properties"));
        this.signIn = signIn;
    }

    /**
     * Returns fresh tokens of the stored session, or of a new session if there is none, if it has ended, or if {@code
     * anew}.
     */
    OAuthTokens token(String email, boolean anew, Supplier<String> password) {
        var kept = file.read().get(key(email));
        if (kept != null && !anew) {
            try {
                return keep(email, signIn.refresh(new OAuthTokens("", kept)));
            } catch (SignInFailed e) {
                // The session has ended.
            }
        }
        var tokens = signIn.signIn(email, password.get());
        if (kept != null) {
            end(kept);
        }
        return keep(email, tokens);
    }

    /** Stores a session that another command started. */
    OAuthTokens keep(String email, OAuthTokens tokens) {
        var all = new TreeMap<>(file.read());
        all.put(key(email), tokens.refreshToken());
        file.write(all);
        return tokens;
    }

    private void end(String refreshToken) {
        try {
            signIn.signOut(new OAuthTokens("", refreshToken));
        } catch (SignInFailed e) {
            // The session has ended already.
        }
    }

    private String key(String email) {
        return signIn.issuer() + " " + email;
    }
}

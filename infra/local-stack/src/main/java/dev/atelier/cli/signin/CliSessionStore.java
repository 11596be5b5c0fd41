package dev.atelier.cli.signin;

import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.OAuthTokens;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.stack.PrivatePropertiesFile;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One session a person and realm, kept in {@code sessions.properties} from one command to the next: each sign-in would be another device. */
final class CliSessionStore {
    private final PrivatePropertiesFile file;
    private final BrowserSignIn signIn;

    CliSessionStore(Path directory, BrowserSignIn signIn) {
        this.file = new PrivatePropertiesFile(directory.resolve("sessions.properties"));
        this.signIn = signIn;
    }

    /** Fresh tokens of the kept session; of a new one where there is none, where it has ended, or where {@code anew}. */
    OAuthTokens token(String email, boolean anew, Supplier<String> password) {
        var kept = file.read().get(key(email));
        if (kept != null && !anew) {
            try {
                return keep(email, signIn.refresh(new OAuthTokens("", kept)));
            } catch (SignInFailed e) {
                // It has ended.
            }
        }
        var tokens = signIn.signIn(email, password.get());
        if (kept != null) {
            end(kept);
        }
        return keep(email, tokens);
    }

    /** Keeps a session that began elsewhere. */
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
            // It has ended already.
        }
    }

    private String key(String email) {
        return signIn.issuer() + " " + email;
    }
}

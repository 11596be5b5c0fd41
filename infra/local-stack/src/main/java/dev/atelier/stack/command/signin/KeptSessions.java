package dev.atelier.stack.command.signin;

import dev.atelier.backing.signin.SignIn;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.backing.signin.Tokens;
import dev.atelier.stack.secret.PrivateFile;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One session a person and realm, kept in {@code sessions.properties} from one command to the next: each sign-in would be another device. */
final class KeptSessions {
    private final PrivateFile file;
    private final SignIn signIn;

    KeptSessions(Path directory, SignIn signIn) {
        this.file = new PrivateFile(directory.resolve("sessions.properties"));
        this.signIn = signIn;
    }

    /** Fresh tokens of the kept session; of a new one where there is none, where it has ended, or where {@code anew}. */
    Tokens token(String email, boolean anew, Supplier<String> password) {
        var kept = file.read().get(key(email));
        if (kept != null && !anew) {
            try {
                return keep(email, signIn.refresh(new Tokens("", kept)));
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
    Tokens keep(String email, Tokens tokens) {
        var all = new TreeMap<>(file.read());
        all.put(key(email), tokens.refreshToken());
        file.write(all);
        return tokens;
    }

    private void end(String refreshToken) {
        try {
            signIn.signOut(new Tokens("", refreshToken));
        } catch (SignInFailed e) {
            // It has ended already.
        }
    }

    private String key(String email) {
        return signIn.issuer() + " " + email;
    }
}

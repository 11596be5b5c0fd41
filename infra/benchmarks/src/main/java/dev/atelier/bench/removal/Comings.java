package dev.atelier.bench.removal;

import dev.atelier.client.Patience;
import dev.atelier.client.Registered;
import dev.atelier.load.Muster;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings members in, again and again: invited by mail, accepted with the newest mail's token. */
final class Comings {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Muster muster;
    private final Registered manager;
    private final String workspace;
    private final Set<String> used = new HashSet<>();

    Comings(Muster muster, Registered manager, String workspace) {
        this.muster = muster;
        this.manager = manager;
        this.workspace = workspace;
    }

    /** Returns once workspace-service has the member. */
    void join(Registered member) throws InterruptedException {
        manager.person()
                .postOnce("/api/workspaces/" + workspace + "/invitations", Map.of("email", member.email()))
                .expect(201);
        var token = Patience.until(
                "the newest invitation",
                PATIENCE,
                () -> Optional.of(muster.invitationToken(member.email())).filter(used::add));
        Patience.until("the news of the verified address", PATIENCE, () -> {
            var answer = member.person().post("/api/invitations/acceptance", Map.of("token", token));
            return answer.status() == 403 ? Optional.empty() : Optional.of(answer.expect(200));
        });
    }

    /** Returns when the removal is accepted. */
    void remove(Registered member) {
        manager.person()
                .delete("/api/workspaces/" + workspace + "/members/" + member.userId())
                .expect(204);
    }
}

package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A user who is mentioned in a comment gets a mail. */
class MentionTest {
    private final RunningSystem system = RunningSystem.get();

    @Test
    void whoIsMentionedHearsOfItByMail() {
        var team = system.team();
        var manager = team.manager();
        var project = team.member()
                .person()
                .postOnce(team.path("/projects"), Map.of("name", "Workshop"))
                .expect(201)
                .text("id");
        var actions = team.path("/projects/" + project + "/actions");
        var action = team.member()
                .person()
                .postOnce(actions, Map.of("title", "Oil the hinges"))
                .expect(201)
                .text("id");

        team.member()
                .person()
                .post(actions + "/" + action + "/comments", Map.of("text", "@[" + manager.userId() + "], which oil?"))
                .expect(201);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(system.stack().mails().mailsTo(manager.email()))
                        .anySatisfy(mail -> assertThat(mail.subject()).contains("Oil the hinges")));
    }
}

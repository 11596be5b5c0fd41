package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.client.Person;
import dev.atelier.client.Reception;
import dev.atelier.load.Muster;
import dev.atelier.stack.LocalStack;
import dev.atelier.stack.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A material version of the terms holds everybody back until they accept (I8): on a system of its own, as it would hold back all stories. */
class MaterialVersionTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void aMaterialVersionHoldsPeopleBackInEveryServiceUntilTheyAcceptOrLeave() {
        var folder =
                Path.of("target", "system", "material-" + System.nanoTime()).toAbsolutePath();
        try (var stack = LocalStack.start(StackOptions.isolatedIn(folder).with("ATELIER_GATEWAY_DUTIES_FRESH", "1s"))) {
            var reception = new Reception(stack.issuerUri(), stack.mails(), stack.gateway());
            var muster = new Muster(reception, stack.mails(), "");
            var manager = muster.register("Mona", "Manager");
            var member = muster.register("Max", "Member");
            var workspace = "/api/workspaces/" + muster.workspace(manager, "Team");
            muster.join(manager, member, workspace.substring("/api/workspaces/".length()));
            var secrets = stack.secrets();
            var operator = reception.signIn("operator", secrets.operatorEmail(), secrets.operatorPassword());

            publish(operator);

            for (var path : new String[] {"/projects", "/agents", "/webhook-endpoints"}) {
                await().atMost(PATIENCE)
                        .until(() -> manager.person().get(workspace + path).status() == 403);
                var refused = manager.person().get(workspace + path).expect(403);
                assertThat(refused.text("type")).isEqualTo("urn:atelier:problem:acceptance-required");
                assertThat(refused.json().at("/documents/0/document").asString())
                        .isEqualTo("TERMS");
            }
            manager.person().get("/api/public/legal-documents/TERMS/page").expect(200);
            operator.get("/api/operator/legal-documents/TERMS").expect(200);
            manager.person()
                    .post("/api/me/legal-documents/TERMS/acceptance", Map.of("number", 1))
                    .expect(200);
            manager.person().get(workspace + "/projects").expect(200);

            member.person().post(workspace + "/departure", Map.of()).expect(204);
            member.person().get("/api/workspaces").expect(200);
            member.person().get(workspace + "/projects").expect(403);
        }
    }

    private static void publish(Person operator) {
        operator.ask(
                        "POST",
                        "/api/operator/legal-documents/TERMS/versions",
                        Map.of(
                                "text", Map.of("en", "# Terms", "fr", "# Conditions"),
                                "changes", Map.of("en", "All.", "fr", "Tout."),
                                "material", true),
                        Map.of("If-Match", "\"0\""))
                .expect(201);
    }
}

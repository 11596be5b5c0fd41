package dev.atelier.demo;

import dev.atelier.backing.mail.MailFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A workspace, an invitation by mail, a project with forty actions, a webhook endpoint and a published agent. */
final class Preparation {
    private static final Duration MAIL = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9._~-]+)");

    private final Narrator narrator;
    private final MailFolder mailbox;
    private final Clock clock;

    Preparation(Narrator narrator, MailFolder mailbox, Clock clock) {
        this.narrator = narrator;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    Workshop prepare(Registered lea, Registered noah, WebhookConsumer consumer) {
        var workspace = narrator.step("Lea creates a workspace", () -> {
            var created = lea.person()
                    .post("/api/workspaces", Map.of("name", "Bakery Martin"))
                    .expect(201);
            narrator.tell("%s, managed by Lea".formatted(created.text("name")));
            return created.text("id");
        });
        var path = "/api/workspaces/" + workspace;
        narrator.act("Lea invites Noah by mail, and Noah accepts", () -> {
            lea.person()
                    .postOnce(path + "/invitations", Map.of("email", noah.email()))
                    .expect(201);
            var token = Patience.until("the invitation mail", MAIL, () -> invitation(noah.email()));
            narrator.tell("the link of the mail to %s carries a signed token".formatted(noah.email()));
            Patience.until("the acceptance", MAIL, () -> accepted(noah.person(), token));
            var members = lea.person().get(path + "/members").expect(200).json().path("items");
            narrator.tell("the workspace has %d members".formatted(members.size()));
        });
        var project = narrator.step("Lea starts a project, brings Noah in and imports 40 actions", () -> {
            var id = lea.person()
                    .post(path + "/projects", Map.of("name", "New web site"))
                    .expect(201)
                    .text("id");
            lea.person()
                    .post(path + "/projects/" + id + "/participants", Map.of("userId", noah.userId()))
                    .expect(200, 201, 204);
            var backlog = Backlog.read(clock);
            for (var action : backlog) {
                lea.person().post(path + "/projects/" + id + "/actions", action).expect(201);
            }
            narrator.tell("%d actions, %s".formatted(backlog.size(), overdue(noah.person(), path + "/projects/" + id)));
            return id;
        });
        narrator.act("Lea registers a webhook endpoint for the agents' events", () -> {
            var endpoint = lea.person()
                    .post(
                            path + "/webhook-endpoints",
                            Map.of(
                                    "url", consumer.address().toString(),
                                    "description", "the demo's consumer",
                                    "events", List.of("agent-run.*")))
                    .expect(201);
            consumer.trust(endpoint.text("secret"));
            narrator.tell("%s takes agent-run.*, its secret was shown once".formatted(consumer.address()));
        });
        var agent = narrator.step("Lea writes an agent and publishes it", () -> agent(lea.person(), path));
        return new Workshop(lea, noah, workspace, project, agent);
    }

    private String overdue(Person person, String project) {
        var urgent = person.get(project + "/actions?priority=URGENT&sort=due")
                .expect(200)
                .json()
                .path("items");
        return urgent.size() + " of them urgent, the first: "
                + urgent.path(0).path("title").asString();
    }

    private String agent(Person lea, String path) {
        var created = lea.post(
                        path + "/agents",
                        Map.of(
                                "name",
                                "Weekly status",
                                "instructions",
                                "Summarise the project's actions, then propose two follow-up actions.",
                                "model",
                                "atelier/built-in",
                                "tools",
                                List.of(
                                        Map.of("tool", "search_actions", "approval", "NONE"),
                                        Map.of("tool", "create_action", "approval", "MANAGER"))))
                .expect(201);
        var id = created.text("id");
        lea.ask("POST", path + "/agents/" + id + "/publication", null, Map.of("If-Match", created.etag()))
                .expect(200, 201);
        narrator.tell("Weekly status, version 1: search_actions freely, create_action with the manager's approval");
        return id;
    }

    /** Empty while the news that the address is verified is still on its way to the workspaces. */
    private static Optional<Answer> accepted(Person person, String token) {
        var answer = person.post("/api/invitations/acceptance", Map.of("token", token));
        return answer.status() == 403 && answer.text("type").endsWith("account-not-activated")
                ? Optional.empty()
                : Optional.of(answer.expect(200));
    }

    private Optional<String> invitation(String email) {
        return mailbox.mailsTo(email).stream()
                .map(mail -> TOKEN.matcher(mail.text()))
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}

package dev.atelier.load;

import dev.atelier.backing.mail.CaughtMailFolder;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientFactory;
import dev.atelier.client.ConditionPoller;
import dev.atelier.client.TestUser;
import dev.atelier.client.WebhookConsumer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Creates users, workspaces, projects and agents through the public API. */
public final class TestDataFactory {
    private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9._~-]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ApiClientFactory apiClientFactory;
    private final CaughtMailFolder mails;
    private final String tag;
    private final AtomicInteger people = new AtomicInteger();

    /**
     * Creates clients of one installation.
     *
     * @param tag part of every e-mail address, so that two factories at one installation do not conflict
     */
    public TestDataFactory(ApiClientFactory apiClientFactory, CaughtMailFolder mails, String tag) {
        this.apiClientFactory = apiClientFactory;
        this.mails = mails;
        this.tag = tag;
    }

    /** Registers, verifies and signs in a new user. */
    public TestUser register(String firstName, String lastName) {
        var email =
                "%s.%s%d@bakery.example".formatted(firstName.toLowerCase(Locale.ROOT), tag, people.incrementAndGet());
        var apiClient = apiClientFactory.register(firstName, lastName, email);
        var me = until("the account", () -> {
            var apiClientResponse = apiClient.get("/api/me");
            return apiClientResponse.status() == 503 ? Optional.empty() : Optional.of(apiClientResponse.expect(200));
        });
        return new TestUser(apiClient, email, me.text("id"));
    }

    /** Creates a workspace and returns its id. */
    public String workspace(TestUser manager, String name) {
        return manager.person()
                .post("/api/workspaces", Map.of("name", name))
                .expect(201)
                .text("id");
    }

    /** Invites a user, who accepts with the token of the mail. */
    public void join(TestUser manager, TestUser newcomer, String workspace) {
        manager.person()
                .postOnce("/api/workspaces/" + workspace + "/invitations", Map.of("email", newcomer.email()))
                .expect(201);
        accept(newcomer);
    }

    /**
     * Accepts the newest invitation mailed to a user, as soon as workspace-service knows that their address is
     * verified.
     */
    public void accept(TestUser newcomer) {
        var token = Map.of("token", invitationToken(newcomer.email()));
        until("the verified address to be known", () -> {
            var apiClientResponse = newcomer.person().post("/api/invitations/accept", token);
            return apiClientResponse.status() == 403 ? Optional.empty() : Optional.of(apiClientResponse.expect(200));
        });
    }

    /** Returns the token of the newest invitation mailed to a user. */
    public String invitationToken(String email) {
        return until("the mail of the invitation", () -> {
            var found = mails.mailsTo(email).stream()
                    .flatMap(mail -> TOKEN.matcher(mail.text()).results())
                    .map((MatchResult result) -> result.group(1))
                    .toList();
            return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
        });
    }

    /** Creates a project with both users as participants and returns its id. */
    public String project(TestUser manager, TestUser member, String workspace, String name) {
        var projects = "/api/workspaces/" + workspace + "/projects";
        var project = manager.person()
                .post(projects, Map.of("name", name))
                .expect(201)
                .text("id");
        manager.person()
                .post(projects + "/" + project + "/participants", Map.of("userId", member.userId()))
                .expect(200, 201, 204);
        awaitProject(manager.person(), workspace, project);
        awaitProject(member.person(), workspace, project);
        return project;
    }

    /** Waits until the services that learn of a project by events let this user start runs and reports in it. */
    public static void awaitProject(ApiClient user, String workspace, String project) {
        for (var list : List.of("runs", "reports")) {
            var path = "/api/workspaces/%s/%s?projectId=%s".formatted(workspace, list, project);
            until(
                    user.name() + " reads " + list + " of the new project",
                    () -> Optional.of(path).filter(known -> user.get(known).status() == 200));
        }
    }

    /** Creates and publishes an agent that may search without approval, and returns its id. */
    public String agent(ApiClient manager, String workspace, String model, String approvalToCreate) {
        var agents = "/api/workspaces/" + workspace + "/agents";
        var agent = manager.post(
                        agents,
                        Map.of(
                                "name",
                                "Weekly status",
                                "instructions",
                                "Summarise the project's actions, then propose two follow-up actions.",
                                "model",
                                model,
                                "tools",
                                List.of(
                                        Map.of("tool", "search_actions", "approval", "NONE"),
                                        Map.of("tool", "create_action", "approval", approvalToCreate))))
                .expect(201);
        manager.request("POST", agents + "/" + agent.text("id") + "/publish", null, Map.of("If-Match", agent.etag()))
                .expect(200, 201);
        return agent.text("id");
    }

    /** Creates a model connection of the workspace and returns its id. */
    public String connection(ApiClient manager, String workspace, FakeModelServer model) {
        return manager.post(
                        "/api/workspaces/" + workspace + "/model-connections",
                        Map.of("name", "Stand-in", "baseUrl", model.baseUrl(), "model", "stand-in"))
                .expect(201)
                .text("id");
    }

    /**
     * Creates a workspace with two users, a webhook consumer, and an agent that uses the model and creates actions
     * without approval.
     */
    public TestWorkspace testWorkspace(String name, FakeModelServer model) throws IOException {
        var manager = register("Mona", name);
        var member = register("Max", name);
        var workspace = workspace(manager, name);
        join(manager, member, workspace);
        var project = project(manager, member, workspace, name);
        var agent = agent(manager.person(), workspace, connection(manager.person(), workspace, model), "NONE");
        var consumer = new WebhookConsumer();
        consumer.useSecret(manager.person()
                .post(
                        "/api/workspaces/" + workspace + "/webhook-endpoints",
                        Map.of(
                                "url", consumer.address().toString(),
                                "description", "the load's consumer",
                                "events", List.of("agent-run.*", "workspace.*")))
                .expect(201)
                .text("secret"));
        return new TestWorkspace(manager, member, workspace, project, agent, consumer);
    }

    private static <T> T until(String fact, java.util.function.Supplier<Optional<T>> question) {
        try {
            return ConditionPoller.until(fact, PATIENCE, question);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + fact, e);
        }
    }
}

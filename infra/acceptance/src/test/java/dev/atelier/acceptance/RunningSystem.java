package dev.atelier.acceptance;

import dev.atelier.demo.Narrator;
import dev.atelier.demo.Person;
import dev.atelier.demo.Reception;
import dev.atelier.demo.Registered;
import dev.atelier.demo.Story;
import dev.atelier.stack.LocalStack;
import dev.atelier.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The whole of Atelier for the tests of this JVM: started once, with the main job played once. */
public final class RunningSystem {
    private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9._~-]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final LocalStack stack;
    private final Reception reception;
    private final Story.Outcome story;
    private final Neighbours neighbours;

    private RunningSystem() throws IOException {
        var directory = Files.createDirectories(Path.of("target", "system").toAbsolutePath());
        stack = LocalStack.start(StackOptions.isolatedIn(directory.resolve("stack-" + System.nanoTime())));
        reception = new Reception(stack.issuerUri(), stack.mails(), stack.gateway());
        story = new Story(
                        new Narrator(System.out),
                        reception,
                        stack.mails(),
                        Clock.systemUTC(),
                        directory.resolve("made"))
                .play();
        neighbours = settle();
    }

    /** The one system; the first call starts it, which takes a minute or two. */
    public static RunningSystem get() {
        return Holder.SYSTEM;
    }

    public LocalStack stack() {
        return stack;
    }

    public Story.Outcome story() {
        return story;
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    /** Registers, verifies and signs in somebody new. */
    public Registered register(String firstName, String lastName) {
        var email = "%s.%d@bakery.example"
                .formatted(firstName.toLowerCase(java.util.Locale.ROOT), PEOPLE.incrementAndGet());
        var person = reception.register(firstName, lastName, email);
        return new Registered(person, email, person.get("/api/me").expect(200).text("id"));
    }

    /** The first operator, from the realm's import. */
    public Person operator() {
        var account = stack.secrets();
        return reception.signIn("operator", account.operatorEmail(), account.operatorPassword());
    }

    /** The token of the newest invitation that was mailed to somebody. */
    public String invitationToken(String email) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> tokens(email), found -> !found.isEmpty())
                .getLast();
    }

    /** A manager and a member in a new workspace. */
    public Team team() {
        var manager = register("Mona", "Manager");
        var member = register("Max", "Member");
        var workspace = manager.person()
                .post("/api/workspaces", Map.of("name", "Team " + PEOPLE.get()))
                .expect(201)
                .text("id");
        var team = new Team(manager, member, workspace);
        join(team, member);
        return team;
    }

    /** Invites and accepts. */
    public void join(Team team, Registered newcomer) {
        team.manager()
                .person()
                .postOnce(team.path("/invitations"), Map.of("email", newcomer.email()))
                .expect(201);
        var token = Map.of("token", invitationToken(newcomer.email()));
        Awaitility.await("the news of the verified address").atMost(PATIENCE).until(() -> {
            var answer = newcomer.person().post("/api/invitations/acceptance", token);
            return answer.status() != 403 && answer.expect(200).status() == 200;
        });
    }

    /** An agent that searches freely and asks the manager before it creates. */
    public String publishedAgent(Team team) {
        var manager = team.manager().person();
        var agent = manager.post(
                        team.path("/agents"),
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
        manager.ask(
                        "POST",
                        team.path("/agents/" + agent.text("id") + "/publication"),
                        null,
                        Map.of("If-Match", agent.etag()))
                .expect(200, 201);
        return agent.text("id");
    }

    /** A manager, a member and their workspace. */
    public record Team(Registered manager, Registered member, String workspace) {
        /** The workspace's own routes. */
        public String path(String below) {
            return "/api/workspaces/" + workspace + below;
        }
    }

    private Neighbours settle() {
        var workshop = story.workshop();
        var neighbour = register("Otto", "Other");
        var theirs = neighbour
                .person()
                .post("/api/workspaces", Map.of("name", "Next door"))
                .expect(201)
                .text("id");
        var outside = register("Olga", "Outside");
        join(new Team(workshop.manager(), outside, workshop.workspace()), outside);
        return new Neighbours(
                workshop,
                reception.nobody(),
                register("Stella", "Stranger").person(),
                neighbour.person(),
                theirs,
                outside.person());
    }

    private List<String> tokens(String email) {
        return stack.mails().mailsTo(email).stream()
                .flatMap(mail -> TOKEN.matcher(mail.text()).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static final class Holder {
        private static final RunningSystem SYSTEM = start();

        private static RunningSystem start() {
            try {
                return new RunningSystem();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

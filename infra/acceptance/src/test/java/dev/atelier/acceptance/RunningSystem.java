package dev.atelier.acceptance;

import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.OperatorRoleAssigner;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientFactory;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.client.TestUser;
import dev.atelier.client.UnexpectedResponse;
import dev.atelier.demo.DemoNarrator;
import dev.atelier.demo.DemoStory;
import dev.atelier.load.TestDataFactory;
import dev.atelier.stack.LocalStack;
import dev.atelier.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** The complete system for the tests of this JVM: started once, with the demo run once. */
public final class RunningSystem {
    static {
        // Services learn of each other's changes by events: while a test waits, a refusal means "not yet".
        Awaitility.ignoreExceptionByDefault(UnexpectedResponse.class);
    }

    private final LocalStack stack;
    private final ApiClientFactory apiClientFactory;
    private final TestDataFactory testDataFactory;
    private final DemoStory.DemoOutcome demo;
    private final UnauthorizedClients unauthorizedClients;

    private RunningSystem() throws IOException {
        var directory = Files.createDirectories(Path.of("target", "system").toAbsolutePath());
        stack = LocalStack.start(StackOptions.isolatedIn(directory.resolve("stack-" + System.nanoTime()))
                .paired()
                .with("ATELIER_MODELS_ALLOW_PRIVATE_ADDRESSES", "true")
                .with("ATELIER_INTEGRATIONS_ALLOW_PRIVATE_NETWORKS", "127.0.0.0/8")
                .with("ATELIER_GATEWAY_DUTIES_FRESH", "5s")
                .with("ATELIER_GATEWAY_API_KEYS_FRESH", "5s")
                .with("ATELIER_PLANS_NAMED_SMALL_SEATS", "3")
                .with("ATELIER_PLANS_NAMED_SMALL_RUNSPERMONTH", "1")
                .with("ATELIER_PLANS_NAMED_SMALL_STORAGE", "100B")
                .with("ATELIER_PLANS_NAMED_SMALL_PRICES", "price_small")
                .with("ATELIER_BILLING_STRIPE_SECRET", "whsec_of_the_stories"));
        apiClientFactory = new ApiClientFactory(stack.issuerUri(), stack.mails(), stack.gateway());
        testDataFactory = new TestDataFactory(apiClientFactory, stack.mails(), "");
        demo = new DemoStory(
                        new DemoNarrator(System.out),
                        apiClientFactory,
                        stack.mails(),
                        Clock.systemUTC(),
                        directory.resolve("made"))
                .run();
        unauthorizedClients = settle();
    }

    /** Returns the shared system; the first call starts it, which takes a minute or two. */
    public static RunningSystem get() {
        return Holder.SYSTEM;
    }

    public LocalStack stack() {
        return stack;
    }

    public DemoStory.DemoOutcome demo() {
        return demo;
    }

    public UnauthorizedClients neighbours() {
        return unauthorizedClients;
    }

    /** Registers, verifies and signs in a new user. */
    public TestUser register(String firstName, String lastName) {
        return testDataFactory.register(firstName, lastName);
    }

    /** Returns a factory for more users and workspaces. */
    public TestDataFactory testData() {
        return testDataFactory;
    }

    /** Returns the first operator, from the realm import. */
    public ApiClient operator() {
        var account = stack.secrets();
        return apiClientFactory.signIn("operator", account.operatorEmail(), account.operatorPassword());
    }

    /** Returns another operator. */
    public ApiClient anotherOperator() {
        var olaf = new NewUser(
                "Olaf", "Operator", "olaf." + UUID.randomUUID() + "@example.org", "An-operators-own-secret-1");
        BrowserSignIn.forCommandLine(stack.issuerUri()).register(olaf, stack.mails());
        var secret = stack.secrets().clientSecrets().getOrDefault("identity-service", "");
        new OperatorRoleAssigner(URI.create(stack.issuerUri()), secret).assign(olaf.email());
        return apiClientFactory.signIn("Olaf", olaf.email(), olaf.password());
    }

    /** Signs a user in with another password than at registration. */
    public ApiClient signIn(String name, String email, String password) {
        return apiClientFactory.signIn(name, email, password);
    }

    /**
     * Repeats a request each 200 ms, for a minute at most, and returns the first response that is not 502, 503 or 504.
     */
    public static ApiClientResponse retryWhileUnavailable(Supplier<ApiClientResponse> request) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(request::get, apiClientResponse -> apiClientResponse.status() < 502);
    }

    /** Returns the token of the newest invitation mailed to a user. */
    public String invitationToken(String email) {
        return testDataFactory.invitationToken(email);
    }

    /** Accepts the newest invitation mailed to a user. */
    public void accept(TestUser newcomer) {
        testDataFactory.accept(newcomer);
    }

    /** Creates a workspace with a manager and a member. */
    public TestTeam team() {
        var manager = register("Mona", "Manager");
        var team = new TestTeam(manager, register("Max", "Member"), testDataFactory.workspace(manager, "Team"));
        join(team, team.member());
        return team;
    }

    /** Invites a user, who accepts. */
    public void join(TestTeam team, TestUser newcomer) {
        testDataFactory.join(team.manager(), newcomer, team.workspace());
    }

    /** Creates an agent that searches without approval and needs the manager's approval to create actions. */
    public String publishedAgent(TestTeam team) {
        return testDataFactory.agent(team.manager().person(), team.workspace(), "atelier/built-in", "MANAGER");
    }

    /** A manager, a member and their workspace. */
    public record TestTeam(TestUser manager, TestUser member, String workspace) {
        /** Returns a path below the workspace. */
        public String path(String below) {
            return "/api/workspaces/" + workspace + below;
        }
    }

    private UnauthorizedClients settle() {
        publishTerms();
        var demoWorkspace = demo.workshop();
        var neighbour = register("Otto", "Other");
        var theirs = neighbour
                .person()
                .post("/api/workspaces", Map.of("name", "Next door"))
                .expect(201)
                .text("id");
        var outside = register("Olga", "Outside");
        join(new TestTeam(demoWorkspace.manager(), outside, demoWorkspace.workspace()), outside);
        return new UnauthorizedClients(
                demoWorkspace,
                apiClientFactory.anonymous(),
                register("Stella", "Stranger").person(),
                neighbour.person(),
                theirs,
                outside.person());
    }

    /** Publishes terms that nobody must accept, so that there is a document to read. */
    private void publishTerms() {
        operator()
                .request(
                        "POST",
                        "/api/operator/legal-documents/TERMS/versions",
                        Map.of(
                                "text", Map.of("en", "# Terms", "fr", "# Conditions"),
                                "changes", Map.of("en", "The first.", "fr", "La première."),
                                "material", false),
                        Map.of("If-Match", "\"0\""))
                .expect(201);
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

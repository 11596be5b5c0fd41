package dev.atelier.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.PortInUse;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.HttpProbe;
import dev.atelier.backing.signin.BrowserSignIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses real backing services and stub services, because the stack depends only on the health of services. */
class LocalStackTest {
    @TempDir
    static Path folder;

    private static Path repository;
    private static LocalStack stack;

    @BeforeAll
    static void start() throws IOException {
        repository = StubService.repositoryIn(folder.resolve("repository"));
        stack = LocalStack.start(options("one"));
    }

    @AfterAll
    static void stop() {
        stack.stop();
    }

    @Test
    void everyServiceIsReady() {
        assertThat(ServiceDefinition.ALL)
                .allSatisfy(serviceDefinition -> assertThat(
                                HttpProbe.isOk(stack.address(serviceDefinition.name()) + "/actuator/health/readiness"))
                        .isTrue());
    }

    @Test
    void everyServiceHasADatabaseAndASecretOfItsOwn() {
        assertThat(environment("agent-run-service", "SPRING_MONGODB_URI")).contains("/agentrun?");
        assertThat(environment("report-service", "ATELIER_CLIENT_SECRET"))
                .isEqualTo(stack.secrets().clientSecrets().get("report-service"));
        assertThat(environment("gateway", "ATELIER_MASTER_KEY")).isEqualTo("null");
        assertThat(environment("gateway", "ATELIER_SERVICES_AGENT_RUN"))
                .isEqualTo(stack.address("agent-run-service").toString());
    }

    @Test
    void modelsAndWebhooksOfThisMachineAreAllowed() {
        assertThat(environment("agent-run-service", "ATELIER_MODELS_ALLOW_PRIVATE_NETWORKS"))
                .isEqualTo("127.0.0.0/8,::1/128");
        assertThat(environment("notification-service", "ATELIER_WEBHOOKS_ALLOW_PRIVATE_NETWORKS"))
                .isEqualTo("127.0.0.0/8");
    }

    @Test
    void theFirstOperatorSignsInWithTheGeneratedPassword() {
        var secrets = stack.secrets();

        var tokens = BrowserSignIn.forCommandLine(stack.issuerUri())
                .signIn(secrets.operatorEmail(), secrets.operatorPassword());

        assertThat(tokens.accessToken()).isNotBlank();
    }

    @Test
    void whatDiesIsStartedAgain() {
        stack.kill("report-service");

        await().atMost(Duration.ofSeconds(30)).until(() -> stack.restarts("report-service") == 1);
        assertThat(HttpProbe.isOk(stack.address("report-service") + "/actuator/health/readiness"))
                .isTrue();
    }

    @Test
    void whatIsEndedStartsAgainWithTheMasterKeysAsTheyAreThen() {
        var file = new MasterKeyFile(folder.resolve("one"));
        var keys = file.read();
        try {
            file.write(keys.withNewKey());
            var before = stack.pids().get("identity-service");
            ProcessHandle.of(before).orElseThrow().destroy();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> environment("identity-service", "ATELIER_MASTER_KEY")
                            .equals(file.read().setting()));
            assertThat(stack.restarts("identity-service")).isZero();
        } finally {
            file.write(keys);
        }
    }

    @Test
    void anotherInstanceRunsBesideTheFirst() {
        try (var second = stack.another("workspace-service")) {
            assertThat(second.uri()).isNotEqualTo(stack.address("workspace-service"));
            assertThat(HttpProbe.isOk(second.uri() + "/actuator/health/readiness"))
                    .isTrue();
        }
    }

    @Test
    void aSecondStackOnTheSameFolderIsTold() {
        assertThatThrownBy(() -> LocalStack.start(options("one")))
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("runs here already")
                .hasMessageContaining(stack.gateway().toString());
    }

    @Test
    void aPortInUseIsNamedBeforeAnythingStarts() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var byPart = new HashMap<>(StackPorts.free().byPart());
            byPart.put("kafka", other.getLocalPort());
            var ports = new StackPorts(byPart, Map.of());

            assertThatThrownBy(() -> LocalStack.start(options("two", ports, Map.of())))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("which kafka wants");
        }
    }

    @Test
    void aServiceThatEndsWhileStartingIsShownWithItsLastWordsAndNothingIsLeft() {
        var before = children();

        assertThatThrownBy(() -> LocalStack.start(options("three", StackPorts.free(), Map.of("STUB_REFUSES", "yes"))))
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("ended with code 1")
                .hasMessageContaining("no flour left")
                .hasMessageContaining("To go on: infra/atelier up");

        await().until(() -> children().size() <= before.size());
    }

    private static List<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }

    private static String environment(String service, String variable) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(stack.address(service) + "/env/" + variable))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StackOptions options(String name) {
        return options(name, StackPorts.free(), Map.of());
    }

    private static StackOptions options(String name, StackPorts ports, Map<String, String> environment) {
        return new StackOptions(
                repository, folder.resolve(name), ports, Map.of(), false, environment, false, ProgressListener.toLog());
    }
}

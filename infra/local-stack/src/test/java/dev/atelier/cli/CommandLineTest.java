package dev.atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.atelier.backing.process.ProgramLocator;
import dev.atelier.stack.InstallationSecrets;
import dev.atelier.stack.MasterKeyFile;
import dev.atelier.stack.RunningStackState;
import dev.atelier.stack.StackPorts;
import dev.atelier.stack.StubService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line program, with real backing services and stub services. */
class CommandLineTest {
    @TempDir
    static Path folder;

    private static Path repository;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws IOException {
        repository = StubService.repositoryIn(folder.resolve("repository"));
        environment = StackPorts.free().byPart().entrySet().stream()
                .collect(Collectors.toMap(
                        part -> StackPorts.variable(part.getKey()),
                        part -> part.getValue().toString(),
                        (one, _) -> one,
                        HashMap::new));
    }

    @AfterAll
    static void stop() throws IOException {
        atelier("down");
    }

    @Test
    void itsDaysFromTheFirstStartToTheReset() throws IOException {
        assertThat(atelier("status"))
                .isEqualTo(new CommandResult(3, "Atelier does not run. Start it: infra/atelier up\n"));

        assertThat(atelier("rotate-key").code()).isEqualTo(3);

        var up = up();
        assertThat(up.code()).as(up.words()).isZero();
        assertThat(up.words())
                .contains("MongoDB is ready", "gateway is ready", "Atelier is ready.")
                .contains("http://127.0.0.1:" + environment.get("ATELIER_PORT_GATEWAY") + "/api")
                .contains("operator@atelier.example   password ")
                .doesNotContain("password in");

        assertThat(atelier("up").words()).startsWith("Atelier runs already.").contains("Atelier is ready.");
        var status = atelier("status");
        assertThat(status.code()).as(status.words()).isZero();
        assertThat(status.words()).contains("workspace-service", "kafka", "MB").doesNotContain("NOT READY");
        assertThat(status.words()).contains("password in .atelier/secrets.properties");
        assertThat(atelier("status", "--env", "gateway").words()).contains("SERVER_ADDRESS=127.0.0.1");
        assertThat(atelier("token", "lea@example.org"))
                .isEqualTo(new CommandResult(
                        1, "atelier: there is no password: type one at a terminal, or set ATELIER_PASSWORD\n"));
        assertThat(atelier("status", "--env", "report-service").words()).contains("ATELIER_MASTER_KEY=");
        assertThat(atelier("logs", "keycloak").words()).contains("Realm 'atelier' imported");
        assertThat(atelier("logs", "bakery").words()).contains("There is no log of bakery");
        assertThat(atelier("reset", "--yes").words()).contains("Stop it first: infra/atelier down");
        mailsAreListedAndShown();
        aPersonHasOneSessionFromOneTokenToTheNext();
        theMasterKeyIsChanged();

        killedSupervisorLeavesNothing();
        assertThat(up().code()).isZero();
        assertThat(atelier("mail").words()).contains("lea@example.org");

        var processes = processes();
        assertThat(atelier("down").words()).contains("Stopped.");
        assertThat(processes).noneMatch(CommandLineTest::lives);
        assertThat(atelier("down").words()).isEqualTo("Atelier does not run.\n");
        assertThat(atelier("reset", "--yes").words()).contains("All data is deleted");
        assertThat(atelier("mail").words()).isEqualTo("No mail has come.\n");
    }

    private static void mailsAreListedAndShown() throws IOException {
        GreenMailUtil.sendTextEmail(
                "lea@example.org",
                "house@example.org",
                "Bread is ready",
                "Come and get it.",
                new ServerSetup(Integer.parseInt(environment.get("ATELIER_PORT_MAIL")), "127.0.0.1", "smtp"));

        assertThat(atelier("mail").words()).contains("1  lea@example.org", "Bread is ready");
        assertThat(atelier("mail", "1").words()).contains("Subject: Bread is ready", "Come and get it.");
        assertThat(atelier("mail", "2").words()).contains("there is no mail 2");
    }

    private static void aPersonHasOneSessionFromOneTokenToTheNext() throws IOException {
        var secrets = InstallationSecrets.of(repository.resolve(".atelier"), 0);
        environment.put("ATELIER_PASSWORD", secrets.operatorPassword());
        var first = session(atelier("token", secrets.operatorEmail()));
        environment.remove("ATELIER_PASSWORD");

        assertThat(session(atelier("token", secrets.operatorEmail()))).isEqualTo(first);

        environment.put("ATELIER_PASSWORD", secrets.operatorPassword());
        assertThat(session(atelier("token", "--again", secrets.operatorEmail())))
                .isNotEqualTo(first);
        environment.remove("ATELIER_PASSWORD");
    }

    private static void theMasterKeyIsChanged() throws IOException {
        var file = new MasterKeyFile(repository.resolve(".atelier"));
        var before = file.read();

        var kept = atelier("rotate-key", "--keep-earlier");
        var both = file.read();
        assertThat(kept.code()).as(kept.words()).isZero();
        assertThat(both.keys()).hasSize(2).endsWith(before.setting());
        assertThat(atelier("status", "--env", "report-service").words()).contains(both.setting());

        var done = atelier("rotate-key");
        assertThat(done.code()).as(done.words()).isZero();
        assertThat(done.words())
                .contains("Going on with the change", "workspace-service is ready with the new key alone")
                .endsWith("The master key is changed; the earlier one is used no more.\n");
        assertThat(file.read()).isEqualTo(both.currentAlone());
        assertThat(atelier("status", "--env", "report-service").words())
                .contains("ATELIER_MASTER_KEY=" + file.read().setting() + "\n");
        assertThat(atelier("status").words()).doesNotContain("died");
    }

    private static String session(CommandResult token) {
        assertThat(token.code()).as(token.words()).isZero();
        var claims = new String(Base64.getUrlDecoder().decode(token.words().split("\\.")[1]), StandardCharsets.UTF_8);
        var session = Pattern.compile("\"sid\":\"([^\"]+)\"").matcher(claims);
        assertThat(session.find()).isTrue();
        return session.group(1);
    }

    private static void killedSupervisorLeavesNothing() {
        var processes = processes();
        assertThat(processes).hasSize(11).allMatch(CommandLineTest::lives);

        ProcessHandle.of(Long.parseLong(running().get("supervisor.pid")))
                .orElseThrow()
                .destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> processes.stream().noneMatch(CommandLineTest::lives));
    }

    private static List<Long> processes() {
        return running().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".pid"))
                .map(entry -> Long.valueOf(entry.getValue()))
                .toList();
    }

    private static Map<String, String> running() {
        return new RunningStackState(repository.resolve(".atelier")).lastState();
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** A process that ends with this JVM. */
    private static CommandResult up() throws IOException {
        return atelier("up", "--detach", "--while=" + ProcessHandle.current().pid());
    }

    private static CommandResult atelier(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        // There is no terminal, whoever runs the tests.
        ProgramLocator.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of(
                ProgramLocator.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=dev/atelier/backing/logback.xml",
                "-Datelier.root=" + repository,
                "-cp",
                System.getProperty("java.class.path"),
                AtelierCli.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandResult(process.onExit().join().exitValue(), words);
    }

    private record CommandResult(int code, String words) {}
}

package dev.atelier.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.clients.workspace.model.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.json.JsonMapper;

/** The compiler has checked {@link ClientUses} before; these tests send requests with it. */
class JavaClientTest {
    private static final UUID WORKSPACE = UUID.fromString("01936a5e-7c00-7000-8000-000000000001");
    private static final UUID PROJECT = UUID.fromString("01936a5e-7c00-7000-8000-000000000002");
    private static final UUID ACTION = UUID.fromString("01936a5e-7c00-7000-8000-000000000003");
    private static final UUID RUN = UUID.fromString("01936a5e-7c00-7000-8000-000000000004");
    private static final UUID SERVICE_ACCOUNT = UUID.fromString("01936a5e-7c00-7000-8000-000000000005");
    private static final UUID ATTACHMENT = UUID.fromString("01936a5e-7c00-7000-8000-000000000008");
    private static final String IN_WORKSPACE = "/api/workspaces/" + WORKSPACE;
    private static final String ACTIONS = IN_WORKSPACE + "/projects/" + PROJECT + "/actions";

    private ExampleServer server;
    private ClientUses uses;

    @BeforeEach
    void start() throws IOException {
        server = new ExampleServer();
        uses = new ClientUses(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsEachKindOfStep() throws Exception {
        server.answer("GET " + IN_WORKSPACE + "/runs/" + RUN + "/steps", 200, "run-steps.json");

        assertThat(uses.describeSteps(WORKSPACE, RUN))
                .containsExactly(
                        "provider-unavailable null",
                        "atelier/built-in: I look at the actions.",
                        "search_actions{state=[OPEN]}",
                        "create_action asks MANAGER");
    }

    @Test
    void aChangeContainsNullForWhatItRemovesAndNothingElse() throws Exception {
        server.answer("PATCH " + ACTIONS + "/" + ACTION, 200, "action.json");

        var changed = uses.finish(WORKSPACE, PROJECT, new Action().id(ACTION).version(1L));

        assertThat(changed.getDue()).isNull();
        assertThat(changed.getState()).isEqualTo(Action.StateEnum.DONE);
        assertThat(changed.getCreatedAt()).isEqualTo("2026-11-20T08:30:00.123Z");
        var request = server.requests().getFirst();
        assertThat(request.header("If-Match")).isEqualTo("\"1\"");
        assertThat(JsonMapper.shared().readTree(request.body()))
                .isEqualTo(JsonMapper.shared().readTree("{\"state\": \"DONE\", \"due\": null}"));
    }

    @Test
    void sendsScopesByTheirNames() throws Exception {
        var accounts = IN_WORKSPACE + "/service-accounts";
        server.answer("POST " + accounts, 201, "service-account.json");
        server.answer("POST " + accounts + "/" + SERVICE_ACCOUNT + "/keys", 201, "api-key.json");

        assertThat(uses.createServiceAccountWithKey(WORKSPACE)).isEqualTo("example-key-Zq4x");

        assertThat(JsonMapper.shared()
                        .readTree(server.requests().getFirst().body())
                        .path("scopes"))
                .extracting(scope -> scope.asString())
                .containsExactlyInAnyOrder("actions:read", "actions:write");
    }

    @Test
    void sendsAndReceivesFiles() throws Exception {
        var attachments = ACTIONS + "/" + ACTION + "/attachments";
        server.answer("POST " + attachments, 201, "attachment.json");
        server.answer(
                "GET " + attachments + "/" + ATTACHMENT + "/content",
                "application/pdf",
                "clean".getBytes(StandardCharsets.UTF_8));

        var content =
                uses.attach(WORKSPACE, PROJECT, ACTION, new ByteArrayResource("%PDF".getBytes(StandardCharsets.UTF_8)));

        assertThat(content.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("clean");
        var upload = server.requests().getFirst();
        assertThat(upload.body()).asString().isEqualTo("%PDF");
        assertThat(upload.header("Content-Disposition")).isEqualTo("attachment; filename=\"offer.pdf\"");
        assertThat(upload.header("Content-Type")).isEqualTo("application/octet-stream");
    }

    @Test
    void refusesWrongTypes(@TempDir Path folder) throws IOException {
        var source = Path.of("src/test/java-wrong-uses/WrongUses.java");
        var errors = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(errors, null, StandardCharsets.UTF_8)) {
            compiler.getTask(
                            null,
                            files,
                            errors,
                            List.of("-proc:none", "-d", folder.toString()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
        }

        assertThat(errors.getDiagnostics().stream()
                        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                        .map(one -> (int) one.getLineNumber()))
                .as(errors.getDiagnostics().toString())
                .containsExactlyElementsOf(SourceFolder.refusedLines(source, "//"));
    }
}

package dev.atelier.kit.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.security.Caller;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TestTokens;
import dev.atelier.testkit.tokens.TrustTestTokens;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RealMongo
@RealKafka
@TrustTestTokens
@AutoConfigureRestTestClient
@SpringBootTest(
        classes = TracePropagationTest.TracingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=trace-test", "atelier.access.projection=false"})
class TracePropagationTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final LinkedBlockingQueue<Map<String, String>> CONSUMED = new LinkedBlockingQueue<>();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(ProjectRenameController.class)
    static class TracingApplication {
        @Bean
        DomainEventHandler consumer(Tracer tracer) {
            return new TraceRecordingHandler(tracer);
        }
    }

    @RestController
    static class ProjectRenameController {
        private final TransactionRunner transactionRunner;
        private final Outbox outbox;

        ProjectRenameController(TransactionRunner transactionRunner, Outbox outbox) {
            this.transactionRunner = transactionRunner;
            this.outbox = outbox;
        }

        @PostMapping("/api/workspaces/{workspace}/renaming")
        Map<String, String> rename(@PathVariable WorkspaceId workspace, Caller caller) {
            var event = new ProjectRenamed(workspace, ProjectId.next(), "Name", caller.userId());
            transactionRunner.run(() -> outbox.append(event, 1));
            return MDC.getCopyOfContextMap();
        }
    }

    static class TraceRecordingHandler implements DomainEventHandler {
        private final Tracer tracer;

        TraceRecordingHandler(Tracer tracer) {
            this.tracer = tracer;
        }

        void on(ProjectRenamed event) {
            var span = tracer.currentSpan();
            CONSUMED.add(Map.of(
                    "trace", span == null ? "none" : span.context().traceId(),
                    "workspaceId", String.valueOf(MDC.get("workspaceId")),
                    "workspace", event.workspaceId().toString()));
        }
    }

    @Autowired
    private RestTestClient http;

    @Test
    void oneTraceReachesFromTheRequestToTheLastConsumer() throws InterruptedException {
        var workspace = WorkspaceId.next();

        var logged = http.post()
                .uri("/api/workspaces/" + workspace + "/renaming")
                .header("Authorization", TestTokens.bearer(TestTokens.of(new UserId(UUID.randomUUID()))))
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .header("X-Request-Id", "request-7")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Request-Id", "request-7")
                .returnResult(String.class)
                .getResponseBody();

        assertThat(logged)
                .contains("\"requestId\":\"request-7\"")
                .contains("\"workspaceId\":\"" + workspace + "\"")
                .contains("\"traceId\":\"" + TRACE + "\"");
        assertThat(CONSUMED.poll(30, TimeUnit.SECONDS))
                .containsEntry("trace", TRACE)
                .containsEntry("workspaceId", workspace.toString());
    }

    @Test
    void anIdThatCouldForgeALogLineIsReplaced() {
        http.get()
                .uri("/api/nothing")
                .header("X-Request-Id", "a b")
                .exchange()
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).isNotEqualTo("a b").hasSize(36));
    }
}

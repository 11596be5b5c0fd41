package dev.atelier.bench.runs;

import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.client.ApiTransport;
import dev.atelier.client.ConditionPoller;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Starts runs at one instance of agent-run-service, without the gateway. */
final class RunClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ApiClient apiClient;

    RunClient(ApiClient somebody, URI instance) {
        this.apiClient = new ApiClient(somebody.name(), new ApiTransport(instance), somebody::token);
    }

    /** Starts a run and returns its id. */
    String start(RunWorkspace runWorkspace, String agent, String input) {
        return ask(runWorkspace, agent, input).expect(202).text("id");
    }

    /** Starts a run, retrying while the service does not know the project yet. */
    String startOnceKnown(RunWorkspace runWorkspace, String agent) throws InterruptedException {
        return ConditionPoller.until(
                        "the project at agent-run-service",
                        PATIENCE,
                        () -> Optional.of(ask(runWorkspace, agent, "first"))
                                .filter(apiClientResponse -> apiClientResponse.status() == 202))
                .text("id");
    }

    private ApiClientResponse ask(RunWorkspace runWorkspace, String agent, String input) {
        return apiClient.postOnce(
                runWorkspace.runs(),
                Map.of(
                        "agentId",
                        agent,
                        "projectId",
                        runWorkspace.project(),
                        "input",
                        input,
                        "sendReportByMail",
                        false),
                UUID.randomUUID().toString());
    }

    /** Returns the times that the run itself records. */
    RunTimes times(RunWorkspace runWorkspace, String run) {
        var apiClientResponse = apiClient.get(runWorkspace.runs() + "/" + run).expect(200);
        return new RunTimes(
                Instant.parse(apiClientResponse.text("createdAt")),
                apiClientResponse.json().path("endedAt").isString()
                        ? Instant.parse(apiClientResponse.text("endedAt"))
                        : Instant.MAX);
    }

    /** Returns the number of steps that a run recorded. */
    int steps(RunWorkspace runWorkspace, String run) {
        return apiClient
                .get(runWorkspace.runs() + "/" + run + "/steps")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    /** When a run was queued and when it ended; {@link Instant#MAX} while it is running. */
    record RunTimes(Instant queued, Instant ended) {
        boolean over() {
            return !ended.equals(Instant.MAX);
        }

        long nanos() {
            return Duration.between(queued, ended).toNanos();
        }
    }
}

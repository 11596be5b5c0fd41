package dev.atelier.demo;

import dev.atelier.backing.mail.CaughtMailFolder;
import dev.atelier.client.ConditionPoller;
import dev.atelier.client.SseStream;
import dev.atelier.client.TestUser;
import dev.atelier.client.WebhookConsumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The agent run: started by a member, approved by the manager, delivered to a webhook, reported by mail. */
final class DemoRunSteps {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DemoNarrator narrator;
    private final CaughtMailFolder mailbox;
    private final Path files;

    DemoRunSteps(DemoNarrator narrator, CaughtMailFolder mailbox, Path files) {
        this.narrator = narrator;
        this.mailbox = mailbox;
        this.files = files;
    }

    /** The run's id and its report as a file. */
    record FinishedDemoRun(String id, Path report) {}

    FinishedDemoRun run(DemoWorkspace demoWorkspace, WebhookConsumer consumer) {
        var noah = demoWorkspace.member().person();
        var run = narrator.step("Noah starts a run and asks for its report by mail", () -> {
            var started = noah.postOnce(
                            demoWorkspace.path("/runs"),
                            Map.of(
                                    "agentId",
                                    demoWorkspace.agent(),
                                    "projectId",
                                    demoWorkspace.project(),
                                    "input",
                                    "How does the new web site stand this week?",
                                    "sendReportByMail",
                                    true))
                    .expect(202);
            narrator.print("run %s".formatted(started.text("id")));
            return started.text("id");
        });
        var path = demoWorkspace.path("/runs/" + run);
        try (var events = new SseStream(noah, path + "/events", null, this::tell)) {
            narrator.runStep("Its events are streamed; it waits at its first proposed action and Lea approves", () -> {
                decide(demoWorkspace, run, "approve", "Good point, please do.");
            });
            narrator.runStep("It waits at the second, and Lea rejects with a comment", () -> {
                decide(demoWorkspace, run, "reject", "We decided on Monday to leave that to the second release.");
            });
            narrator.runStep("The run completes", () -> {
                var state = ConditionPoller.until(
                        "the end of the run",
                        PATIENCE,
                        () -> Optional.of(noah.get(path).expect(200).text("state"))
                                .filter(now -> now.equals("COMPLETED")));
                narrator.print("state %s, %d events streamed"
                        .formatted(state, events.events().size()));
            });
        }
        var report = narrator.step("The run's report arrives by mail as a PDF", () -> report(demoWorkspace.member()));
        narrator.runStep("The webhook consumer verified RunCompleted and received the run's events in order", () -> {
            verify(consumer, run);
        });
        return new FinishedDemoRun(run, report);
    }

    private void tell(SseStream.SseEvent event) {
        narrator.print("event %-3s %s".formatted(event.id(), event.name()));
    }

    private void decide(DemoWorkspace demoWorkspace, String run, String command, String comment)
            throws InterruptedException {
        var lea = demoWorkspace.manager().person();
        var approval = ConditionPoller.until("something to decide", PATIENCE, () -> waiting(demoWorkspace, run));
        narrator.print("proposed: %s".formatted(approval.path("summary").asString()));
        lea.post(
                        demoWorkspace.path("/approvals/" + approval.path("id").asString() + "/" + command),
                        Map.of("comment", comment))
                .expect(200);
        narrator.print("Lea chose to %s it: %s".formatted(command, comment));
    }

    private static Optional<JsonNode> waiting(DemoWorkspace demoWorkspace, String run) {
        var waiting = demoWorkspace
                .manager()
                .person()
                .get(demoWorkspace.path("/approvals?state=WAITING"))
                .expect(200)
                .json()
                .path("items");
        for (var approval : waiting) {
            if (approval.path("runId").asString("").equals(run)) {
                return Optional.of(approval);
            }
        }
        return Optional.empty();
    }

    private Path report(TestUser noah) throws IOException, InterruptedException {
        var pdf = ConditionPoller.until(
                "the mail with the report",
                PATIENCE,
                () -> mailbox.mailsTo(noah.email()).stream()
                        .flatMap(mail -> mail.attachments().stream())
                        .filter(file -> file.name().endsWith(".pdf"))
                        .findFirst());
        if (pdf.content().length < 1000 || pdf.content()[0] != '%' || pdf.content()[1] != 'P') {
            throw new IllegalStateException(pdf.name() + " is not a PDF");
        }
        Files.createDirectories(files);
        var file = Files.write(files.resolve("run-report.pdf"), pdf.content());
        narrator.print("%s, %d KB".formatted(pdf.name(), pdf.content().length / 1024));
        return file;
    }

    private void verify(WebhookConsumer consumer, String run) throws InterruptedException {
        ConditionPoller.until(
                "RunCompleted at the consumer", PATIENCE, () -> consumer.first("agent-run.run-completed"));
        long expected = 1;
        for (var body : consumer.bodiesAbout("runs/" + run)) {
            long sequence = body.path("data").path("sequence").asLong();
            narrator.print("%d  %s".formatted(sequence, body.path("type").asString()));
            if (sequence != expected++) {
                throw new IllegalStateException("event " + sequence + " came where " + (expected - 1) + " was due");
            }
        }
        if (!consumer.refused().isEmpty()) {
            throw new IllegalStateException("invalid signatures: " + consumer.refused());
        }
    }
}

package dev.atelier.demo;

import dev.atelier.backing.mail.MailFolder;
import dev.atelier.client.EventStream;
import dev.atelier.client.Patience;
import dev.atelier.client.Registered;
import dev.atelier.client.WebhookConsumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The run: started by a member, decided by the manager, told to an outside system, reported by mail. */
final class RunOfTheAgent {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Narrator narrator;
    private final MailFolder mailbox;
    private final Path files;

    RunOfTheAgent(Narrator narrator, MailFolder mailbox, Path files) {
        this.narrator = narrator;
        this.mailbox = mailbox;
        this.files = files;
    }

    /** The run's id and its report as a file. */
    record Finished(String id, Path report) {}

    Finished play(Workshop workshop, WebhookConsumer consumer) {
        var noah = workshop.member().person();
        var run = narrator.step("Noah starts a run and asks for its report by mail", () -> {
            var started = noah.postOnce(
                            workshop.path("/runs"),
                            Map.of(
                                    "agentId",
                                    workshop.agent(),
                                    "projectId",
                                    workshop.project(),
                                    "input",
                                    "How does the new web site stand this week?",
                                    "reportByMail",
                                    true))
                    .expect(202);
            narrator.tell("run %s".formatted(started.text("id")));
            return started.text("id");
        });
        var path = workshop.path("/runs/" + run);
        try (var events = new EventStream(noah, path + "/events", null, this::tell)) {
            narrator.act("Its events stream; it waits at its first proposed action and Lea approves", () -> {
                decide(workshop, run, "APPROVED", "Good point, please do.");
            });
            narrator.act("It waits at the second, and Lea rejects with a comment", () -> {
                decide(workshop, run, "REJECTED", "We decided on Monday to leave that to the second release.");
            });
            narrator.act("The run completes", () -> {
                var state = Patience.until(
                        "the end of the run",
                        PATIENCE,
                        () -> Optional.of(noah.get(path).expect(200).text("state"))
                                .filter(now -> now.equals("COMPLETED")));
                narrator.tell("state %s, %d events streamed"
                        .formatted(state, events.events().size()));
            });
        }
        var report = narrator.step("The run's report arrives by mail as a PDF", () -> report(workshop.member()));
        narrator.act("The outside system verified RunCompleted and saw the run's events in order", () -> {
            verify(consumer, run);
        });
        return new Finished(run, report);
    }

    private void tell(EventStream.Event event) {
        narrator.tell("event %-3s %s".formatted(event.id(), event.name()));
    }

    private void decide(Workshop workshop, String run, String outcome, String comment) throws InterruptedException {
        var lea = workshop.manager().person();
        var approval = Patience.until("something to decide", PATIENCE, () -> waiting(workshop, run));
        narrator.tell("proposed: %s".formatted(approval.path("summary").asString()));
        lea.post(
                        workshop.path("/approvals/" + approval.path("id").asString() + "/decision"),
                        Map.of("outcome", outcome, "comment", comment))
                .expect(200);
        narrator.tell("Lea %s it: %s".formatted(outcome.toLowerCase(Locale.ROOT), comment));
    }

    private static Optional<JsonNode> waiting(Workshop workshop, String run) {
        var waiting = workshop.manager()
                .person()
                .get(workshop.path("/approvals?state=WAITING"))
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

    private Path report(Registered noah) throws IOException, InterruptedException {
        var pdf = Patience.until(
                "the mail with the report",
                PATIENCE,
                () -> mailbox.mailsTo(noah.email()).stream()
                        .flatMap(mail -> mail.attachments().stream())
                        .filter(file -> file.name().endsWith(".pdf"))
                        .findFirst());
        if (pdf.content().length < 1000 || pdf.content()[0] != '%' || pdf.content()[1] != 'P') {
            throw new IllegalStateException(pdf.name() + " is no PDF");
        }
        Files.createDirectories(files);
        var file = Files.write(files.resolve("run-report.pdf"), pdf.content());
        narrator.tell("%s, %d KB".formatted(pdf.name(), pdf.content().length / 1024));
        return file;
    }

    private void verify(WebhookConsumer consumer, String run) throws InterruptedException {
        Patience.until("RunCompleted at the consumer", PATIENCE, () -> consumer.first("agent-run.run-completed"));
        long expected = 1;
        for (var body : consumer.about("runs/" + run)) {
            long sequence = body.path("data").path("sequence").asLong();
            narrator.tell("%d  %s".formatted(sequence, body.path("type").asString()));
            if (sequence != expected++) {
                throw new IllegalStateException("event " + sequence + " came where " + (expected - 1) + " was due");
            }
        }
        if (!consumer.refused().isEmpty()) {
            throw new IllegalStateException("signatures that did not hold: " + consumer.refused());
        }
    }
}

package dev.atelier.demo;

import dev.atelier.backing.mail.CaughtMailFolder;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientFactory;
import dev.atelier.client.WebhookConsumer;
import dev.atelier.load.TestDataFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The demo, from the first registration to the removal of a member; every step uses the gateway. */
public final class DemoStory {
    private final DemoNarrator narrator;
    private final ApiClientFactory apiClientFactory;
    private final CaughtMailFolder mailbox;
    private final ApiClient stranger;
    private final Clock clock;
    private final Path files;
    private String consumerHost = "127.0.0.1";

    /**
     * Creates a demo that can be run once.
     *
     * @param files the folder for created files (report, mails)
     */
    public DemoStory(
            DemoNarrator narrator,
            ApiClientFactory apiClientFactory,
            CaughtMailFolder mailbox,
            Clock clock,
            Path files) {
        this.narrator = narrator;
        this.apiClientFactory = apiClientFactory;
        this.mailbox = mailbox;
        this.stranger = apiClientFactory.anonymous();
        this.clock = clock;
        this.files = files;
    }

    /** Lets the webhook consumer listen on another address of this machine than 127.0.0.1. */
    public DemoStory withWebhookConsumerAt(String host) {
        consumerHost = host;
        return this;
    }

    /**
     * Runs all steps.
     *
     * @throws DemoFailed at the first step that fails
     */
    public DemoOutcome run() throws IOException {
        try (var consumer = new WebhookConsumer(consumerHost)) {
            narrator.runStep("Requests without a token are refused", () -> {
                narrator.print(stranger.get("/api/workspaces").expect(401).text("title"));
            });
            var testDataFactory =
                    new TestDataFactory(apiClientFactory, mailbox, Long.toString(clock.millis(), 36) + "n");
            var demoRegistrationSteps = new DemoRegistrationSteps(narrator, testDataFactory);
            var lea = demoRegistrationSteps.register("Lea", "Martin");
            var noah = demoRegistrationSteps.register("Noah", "Keller");
            var demoWorkspace = new DemoSetupSteps(narrator, testDataFactory, clock).prepare(lea, noah, consumer);
            var run = new DemoRunSteps(narrator, mailbox, files).run(demoWorkspace, consumer);
            var refusals = new DemoRemovalSteps(narrator).run(demoWorkspace);
            return new DemoOutcome(demoWorkspace, run.id(), run.report(), refusals);
        }
    }

    /** What exists after the demo: for the summary, and for tests that check details. */
    public record DemoOutcome(
            DemoWorkspace workshop, String run, Path report, List<DemoRemovalSteps.ServiceRefusal> refusals) {
        public DemoOutcome {
            refusals = List.copyOf(refusals);
        }
    }
}

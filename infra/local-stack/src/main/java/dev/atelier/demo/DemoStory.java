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

/** The main job from the first registration to the removal of a member; every step through the gateway. */
public final class DemoStory {
    private final DemoNarrator narrator;
    private final ApiClientFactory apiClientFactory;
    private final CaughtMailFolder mailbox;
    private final ApiClient stranger;
    private final Clock clock;
    private final Path files;
    private String consumerHost = "127.0.0.1";

    /**
     * A story to be played once.
     *
     * @param files the folder that the made files (report, mails) are written to
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
        this.stranger = apiClientFactory.nobody();
        this.clock = clock;
        this.files = files;
    }

    /** Lets the outside system that takes the webhooks listen on another address of this machine than 127.0.0.1. */
    public DemoStory withConsumerAt(String host) {
        consumerHost = host;
        return this;
    }

    /**
     * Plays all of it.
     *
     * @throws DemoFailed at the first step that does not come out as it must
     */
    public DemoOutcome play() throws IOException {
        try (var consumer = new WebhookConsumer(consumerHost)) {
            narrator.act("The door is closed to whoever is not signed in", () -> {
                narrator.tell(stranger.get("/api/workspaces").expect(401).text("title"));
            });
            var testDataFactory =
                    new TestDataFactory(apiClientFactory, mailbox, Long.toString(clock.millis(), 36) + "n");
            var demoRegistrationSteps = new DemoRegistrationSteps(narrator, testDataFactory);
            var lea = demoRegistrationSteps.register("Lea", "Martin");
            var noah = demoRegistrationSteps.register("Noah", "Keller");
            var demoWorkspace = new DemoSetupSteps(narrator, testDataFactory, clock).prepare(lea, noah, consumer);
            var run = new DemoRunSteps(narrator, mailbox, files).play(demoWorkspace, consumer);
            var refusals = new DemoRemovalSteps(narrator).play(demoWorkspace);
            return new DemoOutcome(demoWorkspace, run.id(), run.report(), refusals);
        }
    }

    /** What is there after the story: for the summary, and for tests that look closer. */
    public record DemoOutcome(
            DemoWorkspace workshop, String run, Path report, List<DemoRemovalSteps.ServiceRefusal> refusals) {
        public DemoOutcome {
            refusals = List.copyOf(refusals);
        }
    }
}

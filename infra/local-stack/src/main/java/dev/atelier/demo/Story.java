package dev.atelier.demo;

import dev.atelier.backing.mail.MailFolder;
import dev.atelier.client.Person;
import dev.atelier.client.Reception;
import dev.atelier.client.WebhookConsumer;
import dev.atelier.load.Muster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The main job from the first registration to the removal of a member; every step through the gateway. */
public final class Story {
    private final Narrator narrator;
    private final Reception reception;
    private final MailFolder mailbox;
    private final Person stranger;
    private final Clock clock;
    private final Path files;
    private String consumerHost = "127.0.0.1";

    /**
     * A story to be played once.
     *
     * @param files the folder that the made files (report, mails) are written to
     */
    public Story(Narrator narrator, Reception reception, MailFolder mailbox, Clock clock, Path files) {
        this.narrator = narrator;
        this.reception = reception;
        this.mailbox = mailbox;
        this.stranger = reception.nobody();
        this.clock = clock;
        this.files = files;
    }

    /** Lets the outside system that takes the webhooks listen on another address of this machine than 127.0.0.1. */
    public Story withConsumerAt(String host) {
        consumerHost = host;
        return this;
    }

    /**
     * Plays all of it.
     *
     * @throws StoryFailed at the first step that does not come out as it must
     */
    public Outcome play() throws IOException {
        try (var consumer = new WebhookConsumer(consumerHost)) {
            narrator.act("The door is closed to whoever is not signed in", () -> {
                narrator.tell(stranger.get("/api/workspaces").expect(401).text("title"));
            });
            var muster = new Muster(reception, mailbox, Long.toString(clock.millis(), 36) + "n");
            var registrations = new Registrations(narrator, muster);
            var lea = registrations.register("Lea", "Martin");
            var noah = registrations.register("Noah", "Keller");
            var workshop = new Preparation(narrator, muster, clock).prepare(lea, noah, consumer);
            var run = new RunOfTheAgent(narrator, mailbox, files).play(workshop, consumer);
            var refusals = new Removal(narrator).play(workshop);
            return new Outcome(workshop, run.id(), run.report(), refusals);
        }
    }

    /** What is there after the story: for the summary, and for tests that look closer. */
    public record Outcome(Workshop workshop, String run, Path report, List<Removal.Refusal> refusals) {
        public Outcome {
            refusals = List.copyOf(refusals);
        }
    }
}

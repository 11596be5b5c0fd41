package dev.atelier.bench.runs;

import dev.atelier.client.Answer;
import dev.atelier.client.Door;
import dev.atelier.client.Patience;
import dev.atelier.client.Person;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Starts runs at one instance of agent-run-service, past the gateway. */
final class Starter {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Person person;

    Starter(Person somebody, URI instance) {
        this.person = new Person(somebody.name(), new Door(instance), somebody::token);
    }

    /** The new run's id. */
    String start(Desk desk, String agent, String input) {
        return ask(desk, agent, input).expect(202).text("id");
    }

    /** The same, with patience while the project has not been heard of. */
    String startOnceKnown(Desk desk, String agent) throws InterruptedException {
        return Patience.until(
                        "the project at agent-run-service",
                        PATIENCE,
                        () -> Optional.of(ask(desk, agent, "first")).filter(answer -> answer.status() == 202))
                .text("id");
    }

    private Answer ask(Desk desk, String agent, String input) {
        return person.postOnce(
                desk.runs(),
                Map.of("agentId", agent, "projectId", desk.project(), "input", input, "reportByMail", false),
                UUID.randomUUID().toString());
    }

    /** A run's own times. */
    Times times(Desk desk, String run) {
        var answer = person.get(desk.runs() + "/" + run).expect(200);
        return new Times(
                Instant.parse(answer.text("createdAt")),
                answer.json().path("endedAt").isString() ? Instant.parse(answer.text("endedAt")) : Instant.MAX);
    }

    /** How many steps a run recorded. */
    int steps(Desk desk, String run) {
        return person.get(desk.runs() + "/" + run + "/steps")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    /** When a run was queued and when it ended; {@link Instant#MAX} while it has not. */
    record Times(Instant queued, Instant ended) {
        boolean over() {
            return !ended.equals(Instant.MAX);
        }

        long nanos() {
            return Duration.between(queued, ended).toNanos();
        }
    }
}

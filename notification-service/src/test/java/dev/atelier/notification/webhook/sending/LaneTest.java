package dev.atelier.notification.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.notification.webhook.delivery.Stream;
import dev.atelier.notification.webhook.sending.Courier.Next;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final WorkspaceId workspace = WorkspaceId.next();
    private final EndpointId endpoint = EndpointId.next();
    private final Lane lane = new Lane(2);

    @Test
    void asManyWorkersAsTheCapAllows() {
        assertThat(lane.offer(stream("a"))).isTrue();
        assertThat(lane.offer(stream("b"))).isTrue();
        assertThat(lane.offer(stream("c"))).isFalse();
    }

    @Test
    void aStreamIsWorkedOnOnceAtATimeAndAgainWhenItWasOfferedMeanwhile() {
        lane.offer(stream("a"));
        assertThat(lane.next()).isEqualTo(stream("a"));
        assertThat(lane.offer(stream("a"))).isFalse();

        lane.done(stream("a"), Next.REST);
        assertThat(lane.next()).isEqualTo(stream("a"));
        lane.done(stream("a"), Next.REST);
        assertThat(lane.next()).isNull();
        assertThat(lane.idle()).isTrue();
    }

    @Test
    void streamsTakeTurns() {
        lane.offer(stream("a"));
        lane.offer(stream("b"));
        var first = lane.next();
        lane.done(first, Next.MORE);

        assertThat(lane.next()).isNotEqualTo(first);
    }

    @Test
    void anEndpointThatFailsGetsOneAtATimeUntilItAnswersAgain() {
        lane.offer(stream("a"));
        lane.offer(stream("b"));
        lane.offer(stream("c"));
        lane.next();
        lane.next();

        lane.done(stream("a"), Next.FAILED);
        assertThat(lane.next()).as("the second worker ends").isNull();
        lane.offer(stream("d"));
        assertThat(lane.done(stream("b"), Next.MORE)).as("and comes back").isTrue();
    }

    private Stream stream(String subject) {
        return Stream.of(workspace, endpoint, subject);
    }
}

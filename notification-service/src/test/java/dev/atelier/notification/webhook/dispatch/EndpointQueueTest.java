package dev.atelier.notification.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.dispatch.DeliveryWorker.NextAction;
import org.junit.jupiter.api.Test;

class EndpointQueueTest {
    private final WorkspaceId workspace = WorkspaceId.next();
    private final WebhookEndpointId endpoint = WebhookEndpointId.next();
    private final EndpointQueue endpointQueue = new EndpointQueue(2);

    @Test
    void asManyWorkersAsTheCapAllows() {
        assertThat(endpointQueue.offer(stream("a"))).isTrue();
        assertThat(endpointQueue.offer(stream("b"))).isTrue();
        assertThat(endpointQueue.offer(stream("c"))).isFalse();
    }

    @Test
    void aStreamIsWorkedOnOnceAtATimeAndAgainWhenItWasOfferedMeanwhile() {
        endpointQueue.offer(stream("a"));
        assertThat(endpointQueue.next()).isEqualTo(stream("a"));
        assertThat(endpointQueue.offer(stream("a"))).isFalse();

        endpointQueue.release(stream("a"), NextAction.REST);
        assertThat(endpointQueue.next()).isEqualTo(stream("a"));
        endpointQueue.release(stream("a"), NextAction.REST);
        assertThat(endpointQueue.next()).isNull();
        assertThat(endpointQueue.idle()).isTrue();
    }

    @Test
    void streamsTakeTurns() {
        endpointQueue.offer(stream("a"));
        endpointQueue.offer(stream("b"));
        var first = endpointQueue.next();
        endpointQueue.release(first, NextAction.MORE);

        assertThat(endpointQueue.next()).isNotEqualTo(first);
    }

    @Test
    void anEndpointThatFailsGetsOneAtATimeUntilItAnswersAgain() {
        endpointQueue.offer(stream("a"));
        endpointQueue.offer(stream("b"));
        endpointQueue.offer(stream("c"));
        endpointQueue.next();
        endpointQueue.next();

        endpointQueue.release(stream("a"), NextAction.FAILED);
        assertThat(endpointQueue.next()).as("the second worker ends").isNull();
        endpointQueue.offer(stream("d"));
        assertThat(endpointQueue.release(stream("b"), NextAction.MORE))
                .as("and comes back")
                .isTrue();
    }

    private DeliveryStream stream(String subject) {
        return DeliveryStream.of(workspace, endpoint, subject);
    }
}

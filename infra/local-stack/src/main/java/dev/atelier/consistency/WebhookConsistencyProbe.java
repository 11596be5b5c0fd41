package dev.atelier.consistency;

import dev.atelier.load.TestWorkspace;
import java.util.HashSet;
import java.util.List;

/** Checks the deliveries to the workspaces' webhook consumers. */
final class WebhookConsistencyProbe implements ConsistencyProbe {
    private final List<TestWorkspace> crews;
    private final ExpectedEvents expectedEvents;

    WebhookConsistencyProbe(List<TestWorkspace> crews, ExpectedEvents expectedEvents) {
        this.crews = crews;
        this.expectedEvents = expectedEvents;
    }

    @Override
    public List<ConsistencyResult> count() {
        long promised = 0;
        long lost = 0;
        long repeats = 0;
        long disordered = 0;
        for (var testWorkspace : crews) {
            var sequenceTracker = new SequenceTracker();
            var awaited = new HashSet<>(expectedEvents.of(testWorkspace));
            promised += awaited.size();
            for (var receivedWebhook : testWorkspace.consumer().deliveries()) {
                var data = receivedWebhook.body().path("data");
                var subject = data.path("subject").asString();
                sequenceTracker.record(
                        receivedWebhook.id(), subject, data.path("sequence").asLong());
                awaited.remove(
                        ExpectedEvents.fact(receivedWebhook.body().path("type").asString(), subject));
            }
            lost += awaited.size();
            repeats += sequenceTracker.repeats();
            disordered += sequenceTracker.disordered();
        }
        return List.of(new ConsistencyResult("webhooks", promised, promised - lost, lost, 0, disordered, repeats));
    }
}

package dev.atelier.consistency;

import dev.atelier.load.AcknowledgedWrites;
import dev.atelier.load.TestWorkspace;
import java.util.HashMap;
import java.util.List;

/** Checks that users' actions are as last acknowledged and that each action of an agent exists once. */
final class ActionConsistencyProbe implements ConsistencyProbe {
    private final List<TestWorkspace> crews;
    private final AcknowledgedWrites acknowledgedWrites;
    private final RetryingListReader retryingListReader;

    ActionConsistencyProbe(
            List<TestWorkspace> crews, AcknowledgedWrites acknowledgedWrites, RetryingListReader retryingListReader) {
        this.crews = crews;
        this.acknowledgedWrites = acknowledgedWrites;
        this.retryingListReader = retryingListReader;
    }

    @Override
    public List<ConsistencyResult> count() {
        var titles = new HashMap<String, String>();
        var byAgents = new HashMap<String, Integer>();
        for (var testWorkspace : crews) {
            for (var action : retryingListReader.all(testWorkspace, testWorkspace.projectPath("/actions"))) {
                var title = action.path("title").asString();
                if (title.contains(" of run-")) {
                    byAgents.merge(title, 1, Integer::sum);
                } else {
                    titles.put(action.path("id").asString(), title);
                }
            }
        }
        var promised = acknowledgedWrites.actions();
        long kept = promised.values().stream()
                .filter(action -> action.title().equals(titles.get(action.id())))
                .count();
        long notAsked = Math.max(0, titles.size() - promised.size());
        long wanted = (long) FakeModelScript.ACTIONS * acknowledgedWrites.runs().size();
        long twice = byAgents.values().stream().mapToLong(times -> times - 1L).sum();
        return List.of(
                new ConsistencyResult(
                        "actions of users", promised.size(), titles.size(), promised.size() - kept, notAsked, 0, 0),
                new ConsistencyResult(
                        "actions of agents", wanted, byAgents.size(), wanted - byAgents.size(), twice, 0, 0));
    }
}

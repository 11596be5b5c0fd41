package dev.atelier.consistency;

import dev.atelier.load.AcknowledgedWrites;
import dev.atelier.load.FakeModelServer;
import java.util.HashSet;
import java.util.List;

/** Checks accepted runs, their recorded steps, and the number of requests to the model. */
final class RunConsistencyProbe implements ConsistencyProbe {
    private final AcknowledgedWrites acknowledgedWrites;
    private final FakeModelServer model;
    private final RetryingListReader retryingListReader;

    RunConsistencyProbe(
            AcknowledgedWrites acknowledgedWrites, FakeModelServer model, RetryingListReader retryingListReader) {
        this.acknowledgedWrites = acknowledgedWrites;
        this.model = model;
        this.retryingListReader = retryingListReader;
    }

    @Override
    public List<ConsistencyResult> count() {
        long completed = 0;
        long steps = 0;
        long recordedTwice = 0;
        for (var run : acknowledgedWrites.runs().values()) {
            var path = run.crew().path("/runs/" + run.id());
            if (!retryingListReader.at(run.crew(), path).text("state").equals("COMPLETED")) {
                continue;
            }
            completed++;
            var seen = new HashSet<Long>();
            for (var step :
                    retryingListReader.at(run.crew(), path + "/steps").json().path("items")) {
                recordedTwice += seen.add(step.path("sequence").asLong()) ? 0 : 1;
            }
            steps += seen.size();
            recordedTwice += Math.max(0, seen.size() - FakeModelScript.STEPS);
        }
        long runs = acknowledgedWrites.runs().size();
        long promised = FakeModelScript.STEPS * completed;
        return List.of(
                new ConsistencyResult("runs completed", runs, completed, runs - completed, 0, 0, 0),
                new ConsistencyResult("recorded steps", promised, steps, promised - steps, recordedTwice, 0, 0),
                turns());
    }

    /** A turn that was requested again after a later turn means that a recorded step was repeated. */
    private ConsistencyResult turns() {
        long there = 0;
        long again = 0;
        long redone = 0;
        for (var run : acknowledgedWrites.runs().values()) {
            var asked = model.turns().getOrDefault(run.input(), List.of());
            there += new HashSet<>(asked).size();
            int furthest = -1;
            for (int turn : asked) {
                redone += turn < furthest ? 1 : 0;
                again += turn == furthest ? 1 : 0;
                furthest = Math.max(furthest, turn);
            }
        }
        long promised = (long) FakeModelScript.TURNS * acknowledgedWrites.runs().size();
        return new ConsistencyResult("turns of the model", promised, there, promised - there, redone, 0, again);
    }
}

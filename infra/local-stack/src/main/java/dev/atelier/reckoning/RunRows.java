package dev.atelier.reckoning;

import dev.atelier.load.Ledger;
import dev.atelier.load.StandInModel;
import java.util.HashSet;
import java.util.List;

/** Accepted runs and what they recorded, and how often the model was asked for it. */
final class RunRows implements Rows {
    private final Ledger ledger;
    private final StandInModel model;
    private final Look look;

    RunRows(Ledger ledger, StandInModel model, Look look) {
        this.ledger = ledger;
        this.model = model;
        this.look = look;
    }

    @Override
    public List<Row> count() {
        long completed = 0;
        long steps = 0;
        long recordedTwice = 0;
        for (var run : ledger.runs().values()) {
            var path = run.crew().path("/runs/" + run.id());
            if (!look.at(run.crew(), path).text("state").equals("COMPLETED")) {
                continue;
            }
            completed++;
            var seen = new HashSet<Long>();
            for (var step : look.at(run.crew(), path + "/steps").json().path("items")) {
                recordedTwice += seen.add(step.path("seq").asLong()) ? 0 : 1;
            }
            steps += seen.size();
            recordedTwice += Math.max(0, seen.size() - Script.STEPS);
        }
        long runs = ledger.runs().size();
        long promised = Script.STEPS * completed;
        return List.of(
                new Row("runs completed", runs, completed, runs - completed, 0, 0, 0),
                new Row("recorded steps", promised, steps, promised - steps, recordedTwice, 0, 0),
                turns());
    }

    /** A turn that was asked again after a later one was asked is a recorded step done again. */
    private Row turns() {
        long there = 0;
        long again = 0;
        long redone = 0;
        for (var run : ledger.runs().values()) {
            var asked = model.turns().getOrDefault(run.input(), List.of());
            there += new HashSet<>(asked).size();
            int furthest = -1;
            for (int turn : asked) {
                redone += turn < furthest ? 1 : 0;
                again += turn == furthest ? 1 : 0;
                furthest = Math.max(furthest, turn);
            }
        }
        long promised = (long) Script.TURNS * ledger.runs().size();
        return new Row("turns of the model", promised, there, promised - there, redone, 0, again);
    }
}

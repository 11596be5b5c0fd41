package dev.atelier.reckoning;

import dev.atelier.client.Reception;
import dev.atelier.load.Asking;
import dev.atelier.load.Crew;
import dev.atelier.load.Ledger;
import dev.atelier.load.Load;
import dev.atelier.load.LoadSettings;
import dev.atelier.load.Muster;
import dev.atelier.load.StandInModel;
import dev.atelier.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Some crews at work on a running system, from their first registration to the reckoning. */
public final class Shift implements AutoCloseable {
    private final LocalStack stack;
    private final StandInModel model;
    private final List<Crew> crews;
    private final Load load;

    private Shift(LocalStack stack, StandInModel model, List<Crew> crews, LoadSettings settings) {
        this.stack = stack;
        this.model = model;
        this.crews = List.copyOf(crews);
        this.load = Load.of(crews, settings);
    }

    /**
     * Brings the crews together and sets them to work. The stack's services must allow models in private networks.
     *
     * @param name lower-case letters; part of everybody's address
     * @param size how many workspaces, of two people each
     * @param thinking how long the model takes for each answer
     */
    public static Shift begin(LocalStack stack, String name, int size, Duration thinking, LoadSettings settings)
            throws IOException {
        var model = new StandInModel(Script.calls(), "Done.", thinking);
        var crews = new ArrayList<Crew>();
        try {
            var reception = new Reception(stack.issuerUri(), stack.mails(), stack.gateway());
            var muster = new Muster(reception, stack.mails(), name);
            for (var n = 1; n <= size; n++) {
                crews.add(muster.crew(name + " " + n, model));
            }
        } catch (RuntimeException | IOException e) {
            model.close();
            crews.forEach(Crew::close);
            throw e;
        }
        return new Shift(stack, model, crews, settings);
    }

    /**
     * What a shift left.
     *
     * @param ledger with the refusals that people met meanwhile
     */
    public record Outcome(List<Row> rows, Ledger ledger) {
        /** Whether all that was promised was kept, once, in order, and every answer was clear. */
        public boolean good() {
            return rows.stream().allMatch(Row::balances) && ledger.unclear().isEmpty();
        }

        @Override
        public String toString() {
            return Reckoning.table(rows) + "refused and asked again: " + ledger.refusals() + ", without an answer: "
                    + ledger.unanswered() + ", unclear: " + ledger.unclear();
        }
    }

    /** What people are doing. */
    public Load load() {
        return load;
    }

    /** The people, by workspace. */
    public List<Crew> crews() {
        return crews;
    }

    /** What the agents ask. */
    public StandInModel model() {
        return model;
    }

    /** Starts more runs, evenly over the crews, besides what people do; all are accepted when it returns. */
    public void startRuns(int many) throws InterruptedException {
        var asking = new Asking(load.ledger());
        for (var n = 0; n < many; n++) {
            var crew = crews.get(n % crews.size());
            asking.startRun(crew, crew.manager().person(), false);
        }
    }

    /** Everybody stops; waits until what was begun has ended, at most that long, and reckons. */
    public Outcome end(Duration settling) throws InterruptedException {
        load.close();
        return new Outcome(reckoning().settled(settling), load.ledger());
    }

    private Reckoning reckoning() {
        var ledger = load.ledger();
        var look = new Look(ledger);
        var promises = new Promises(ledger);
        var workspaces = crews.stream().map(Crew::workspace).collect(Collectors.toSet());
        return new Reckoning(List.of(
                new ActionRows(crews, ledger, look),
                new RunRows(ledger, model, look),
                new FactRows(crews, promises, new EventLog(stack.kafka().bootstrapServers(), workspaces)),
                new WebhookRow(crews, promises),
                new MailRow(crews, ledger, stack.mails())));
    }

    /** Also where it was not ended: everybody drops what they do. */
    @Override
    public void close() {
        load.drop();
        model.close();
        crews.forEach(Crew::close);
    }
}

package dev.atelier.load;

import dev.atelier.client.Reception;
import dev.atelier.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Some crews at work on a running system, from their first registration to the reckoning. */
public final class Shift implements AutoCloseable {
    private final LocalStack stack;
    private final StandInModel model;
    private final List<Crew> crews = new ArrayList<>();
    private final Load load;

    private Shift(LocalStack stack, String name, int size, Duration thinking, LoadSettings settings)
            throws IOException {
        this.stack = stack;
        this.model = new StandInModel(Reckoning.script(), "Done.", thinking);
        try {
            var reception = new Reception(stack.issuerUri(), stack.mails(), stack.gateway());
            var muster = new Muster(reception, stack.mails(), name);
            for (var n = 1; n <= size; n++) {
                crews.add(muster.crew(name + " " + n, model));
            }
            this.load = Load.of(crews, settings);
        } catch (RuntimeException | IOException e) {
            close();
            throw e;
        }
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
        return new Shift(stack, name, size, thinking, settings);
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
        return List.copyOf(crews);
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
        var reckoning = new Reckoning(crews, load.ledger(), model, stack.kafka().bootstrapServers(), stack.mails());
        return new Outcome(reckoning.settled(settling), load.ledger());
    }

    @Override
    public void close() {
        model.close();
        crews.forEach(Crew::close);
    }
}

package dev.atelier.chaos;

import dev.atelier.demo.Reception;
import dev.atelier.load.Crew;
import dev.atelier.load.Ledger;
import dev.atelier.load.Load;
import dev.atelier.load.LoadSettings;
import dev.atelier.load.Muster;
import dev.atelier.load.Reckoning;
import dev.atelier.load.Row;
import dev.atelier.load.StandInModel;
import dev.atelier.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One random round on a running system. */
public final class Round {
    private static final int CREWS = 3;
    private static final Duration MODEL_PAUSE = Duration.ofMillis(300);
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final LocalStack stack;
    private final Duration length;
    private final long seed;
    private final Consumer<String> tell;

    /** Nothing happens before {@link #play()}. */
    public Round(LocalStack stack, Duration length, long seed, Consumer<String> tell) {
        this.stack = stack;
        this.length = length;
        this.seed = seed;
        this.tell = tell;
    }

    /**
     * What a round left.
     *
     * @param faults how many things went wrong
     */
    public record Outcome(List<Row> rows, Ledger ledger, int faults) {
        /** Whether all that was promised was kept, once, in order, and every answer was clear. */
        public boolean good() {
            return rows.stream().allMatch(Row::balances) && ledger.unclear().isEmpty();
        }
    }

    /** Plays it to its end; the system runs on. */
    public Outcome play() throws IOException, InterruptedException {
        var reception = new Reception(stack.issuerUri(), stack.mails(), stack.gateway());
        var muster = new Muster(reception, stack.mails(), "chaos" + Long.toHexString(seed) + "n");
        var crews = new ArrayList<Crew>();
        try (var model = new StandInModel(Reckoning.script(), "Done.", MODEL_PAUSE)) {
            for (var n = 1; n <= CREWS; n++) {
                crews.add(muster.crew("Crew " + n, model));
            }
            tell.accept("%d workspaces with two people each begin to work".formatted(CREWS));
            var load = Load.of(crews, LoadSettings.usual(seed));
            int faults;
            try (load) {
                faults = strike();
            }
            tell.accept("everybody stops; waiting until all that was begun has ended");
            var reckoning =
                    new Reckoning(crews, load.ledger(), model, stack.kafka().bootstrapServers(), stack.mails());
            return new Outcome(reckoning.settled(SETTLING), load.ledger(), faults);
        } finally {
            crews.forEach(Crew::close);
        }
    }

    private int strike() throws InterruptedException {
        var faults = new Faults(seed);
        long end = System.nanoTime() + length.toNanos();
        var count = 0;
        while (true) {
            Thread.sleep(faults.pause());
            if (System.nanoTime() > end) {
                return count;
            }
            var fault = faults.next();
            tell.accept(fault.toString());
            fault.strike(stack);
            count++;
        }
    }
}

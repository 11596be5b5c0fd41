package dev.atelier.load;

import dev.atelier.client.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** One person's day: mostly actions, written, changed and read, now and then a run. */
final class Work implements Runnable {
    private static final int REMEMBERED = 100;

    private final Crew crew;
    private final Person person;
    private final LoadSettings settings;
    private final Ledger ledger;
    private final Asking asking;
    private final Random random;
    private final List<String> mine = new ArrayList<>();
    private volatile boolean over;

    Work(Crew crew, Person person, LoadSettings settings, Ledger ledger, long seed) {
        this.crew = crew;
        this.person = person;
        this.settings = settings;
        this.ledger = ledger;
        this.asking = new Asking(ledger);
        this.random = new Random(seed);
    }

    /** Ends it after what it is doing now. */
    void end() {
        over = true;
    }

    @Override
    public void run() {
        try {
            while (!over) {
                doSomething();
                Thread.sleep(Duration.ofMillis(random.nextLong(settings.pause().toMillis() + 1)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void doSomething() throws InterruptedException {
        int what = random.nextInt(100);
        if (what < settings.runsPerCent()) {
            asking.startRun(crew, person, random.nextInt(settings.mailEvery()) == 0);
        } else if (what < 50 || mine.isEmpty()) {
            create();
        } else if (what < 80) {
            change(mine.get(random.nextInt(mine.size())));
        } else {
            asking.until(() -> person.get(crew.projectPath("/actions?limit=20")));
        }
    }

    private void create() throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var title = "Written " + key;
        var created = asking.until(() -> person.postOnce(crew.projectPath("/actions"), Map.of("title", title), key));
        var id = created.text("id");
        ledger.action(crew, id, title);
        mine.add(id);
        if (mine.size() > REMEMBERED) {
            mine.removeFirst();
        }
    }

    /** Changes the title; where the answer got lost, looks whether it came through. */
    private void change(String id) throws InterruptedException {
        var path = crew.projectPath("/actions/" + id);
        var title = "Changed " + UUID.randomUUID();
        while (true) {
            var current = asking.until(() -> person.get(path));
            if (current.text("title").equals(title)) {
                break;
            }
            var answer = asking.once(() -> person.patch(path, Map.of("title", title), current.etag()));
            if (answer.isPresent() && answer.get().status() == 200) {
                break;
            }
            Thread.sleep(settings.pause());
        }
        ledger.action(crew, id, title);
    }
}

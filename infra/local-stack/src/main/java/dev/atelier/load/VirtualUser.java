package dev.atelier.load;

import dev.atelier.client.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A simulated user who mostly creates, changes and reads actions, and sometimes starts a run. */
final class VirtualUser implements Runnable {
    private static final int REMEMBERED = 100;

    private final TestWorkspace testWorkspace;
    private final ApiClient apiClient;
    private final LoadProfile settings;
    private final AcknowledgedWrites acknowledgedWrites;
    private final RetryingClient retryingClient;
    private final Random random;
    private final List<String> mine = new ArrayList<>();
    private volatile boolean over;

    VirtualUser(
            TestWorkspace testWorkspace,
            ApiClient apiClient,
            LoadProfile settings,
            AcknowledgedWrites acknowledgedWrites,
            long seed) {
        this.testWorkspace = testWorkspace;
        this.apiClient = apiClient;
        this.settings = settings;
        this.acknowledgedWrites = acknowledgedWrites;
        this.retryingClient = new RetryingClient(acknowledgedWrites);
        this.random = new Random(seed);
    }

    /** Stops the user after the present operation. */
    void end() {
        over = true;
    }

    @Override
    public void run() {
        try {
            while (!over) {
                performOperation();
                Thread.sleep(Duration.ofMillis(random.nextLong(settings.pause().toMillis() + 1)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void performOperation() throws InterruptedException {
        int what = random.nextInt(100);
        if (what < settings.runsPerCent()) {
            retryingClient.startRun(testWorkspace, apiClient, random.nextInt(settings.mailEvery()) == 0);
        } else if (what < 50 || mine.isEmpty()) {
            create();
        } else if (what < 80) {
            change(mine.get(random.nextInt(mine.size())));
        } else {
            retryingClient.retryUntilSuccess(() -> apiClient.get(testWorkspace.projectPath("/actions?limit=20")));
        }
    }

    private void create() throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var title = "Written " + key;
        var created = retryingClient.retryUntilSuccess(
                () -> apiClient.postOnce(testWorkspace.projectPath("/actions"), Map.of("title", title), key));
        var id = created.text("id");
        acknowledgedWrites.action(testWorkspace, id, title);
        mine.add(id);
        if (mine.size() > REMEMBERED) {
            mine.removeFirst();
        }
    }

    /** Changes the title; if the response is lost, reads the action to see whether the change succeeded. */
    private void change(String id) throws InterruptedException {
        var path = testWorkspace.projectPath("/actions/" + id);
        var title = "Changed " + UUID.randomUUID();
        while (true) {
            var current = retryingClient.retryUntilSuccess(() -> apiClient.get(path));
            if (current.text("title").equals(title)) {
                break;
            }
            var answer = retryingClient.sendOnce(() -> apiClient.patch(path, Map.of("title", title), current.etag()));
            if (answer.isPresent() && answer.get().status() == 200) {
                break;
            }
            Thread.sleep(settings.pause());
        }
        acknowledgedWrites.action(testWorkspace, id, title);
    }
}

package dev.atelier.consistency;

import dev.atelier.client.ApiClientResponse;
import dev.atelier.load.AcknowledgedWrites;
import dev.atelier.load.RetryingClient;
import dev.atelier.load.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads lists as the manager of a workspace, repeating a request until it succeeds. */
final class RetryingListReader {
    private static final String PAGE = "?limit=100";

    private final RetryingClient retryingClient;

    RetryingListReader(AcknowledgedWrites acknowledgedWrites) {
        this.retryingClient = new RetryingClient(acknowledgedWrites);
    }

    ApiClientResponse at(TestWorkspace testWorkspace, String path) {
        try {
            return retryingClient.retryUntilSuccess(
                    () -> testWorkspace.manager().person().get(path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Reads all items of a list, page by page. */
    List<JsonNode> all(TestWorkspace testWorkspace, String path) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = at(testWorkspace, path + PAGE + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.path("items").forEach(items::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return items;
    }
}

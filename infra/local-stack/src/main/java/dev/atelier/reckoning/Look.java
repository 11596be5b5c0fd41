package dev.atelier.reckoning;

import dev.atelier.client.Answer;
import dev.atelier.load.Asking;
import dev.atelier.load.Crew;
import dev.atelier.load.Ledger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what a crew's manager sees, asked again until it is answered. */
final class Look {
    private static final String PAGE = "?limit=100";

    private final Asking asking;

    Look(Ledger ledger) {
        this.asking = new Asking(ledger);
    }

    Answer at(Crew crew, String path) {
        try {
            return asking.until(() -> crew.manager().person().get(path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(Crew crew, String path) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = at(crew, path + PAGE + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.path("items").forEach(items::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return items;
    }
}

package dev.atelier.reckoning;

import dev.atelier.load.Crew;
import dev.atelier.load.Ledger;
import java.util.HashMap;
import java.util.List;

/** People's actions as they were last acknowledged, and each of the agents' once. */
final class ActionRows implements Rows {
    private final List<Crew> crews;
    private final Ledger ledger;
    private final Look look;

    ActionRows(List<Crew> crews, Ledger ledger, Look look) {
        this.crews = crews;
        this.ledger = ledger;
        this.look = look;
    }

    @Override
    public List<Row> count() {
        var titles = new HashMap<String, String>();
        var byAgents = new HashMap<String, Integer>();
        for (var crew : crews) {
            for (var action : look.all(crew, crew.projectPath("/actions"))) {
                var title = action.path("title").asString();
                if (title.contains(" of run-")) {
                    byAgents.merge(title, 1, Integer::sum);
                } else {
                    titles.put(action.path("id").asString(), title);
                }
            }
        }
        var promised = ledger.actions();
        long kept = promised.values().stream()
                .filter(action -> action.title().equals(titles.get(action.id())))
                .count();
        long notAsked = Math.max(0, titles.size() - promised.size());
        long wanted = (long) Script.ACTIONS * ledger.runs().size();
        long twice = byAgents.values().stream().mapToLong(times -> times - 1L).sum();
        return List.of(
                new Row("actions of people", promised.size(), titles.size(), promised.size() - kept, notAsked, 0, 0),
                new Row("actions of agents", wanted, byAgents.size(), wanted - byAgents.size(), twice, 0, 0));
    }
}

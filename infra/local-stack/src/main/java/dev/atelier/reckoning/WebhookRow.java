package dev.atelier.reckoning;

import dev.atelier.load.Crew;
import java.util.HashSet;
import java.util.List;

/** What the crews' outside systems were told. */
final class WebhookRow implements Rows {
    private final List<Crew> crews;
    private final Promises promises;

    WebhookRow(List<Crew> crews, Promises promises) {
        this.crews = crews;
        this.promises = promises;
    }

    @Override
    public List<Row> count() {
        long promised = 0;
        long lost = 0;
        long repeats = 0;
        long disordered = 0;
        for (var crew : crews) {
            var sequences = new Sequences();
            var awaited = new HashSet<>(promises.of(crew));
            promised += awaited.size();
            for (var delivery : crew.consumer().deliveries()) {
                var data = delivery.body().path("data");
                var subject = data.path("subject").asString();
                sequences.see(delivery.id(), subject, data.path("sequence").asLong());
                awaited.remove(Promises.fact(delivery.body().path("type").asString(), subject));
            }
            lost += awaited.size();
            repeats += sequences.repeats();
            disordered += sequences.disordered();
        }
        return List.of(new Row("webhooks", promised, promised - lost, lost, 0, disordered, repeats));
    }
}

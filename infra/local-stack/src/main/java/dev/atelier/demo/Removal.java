package dev.atelier.demo;

import dev.atelier.client.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A removed member is out everywhere, with the tokens still valid. */
public final class Removal {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Narrator narrator;

    Removal(Narrator narrator) {
        this.narrator = narrator;
    }

    /** One service's first refusal, measured from the answer to the removal. */
    public record Refusal(String service, Duration after) {}

    List<Refusal> play(Workshop workshop) {
        var noah = workshop.member();
        return narrator.step("Lea removes Noah, and every service refuses him", () -> {
            var routes = routes(workshop);
            for (var route : routes.values()) {
                noah.person().get(route).expect(200, 403);
            }
            workshop.manager()
                    .person()
                    .delete(workshop.path("/members/" + noah.userId()))
                    .expect(204);
            long removed = System.nanoTime();
            var refusals = new ArrayList<Refusal>();
            for (var route : routes.entrySet()) {
                Patience.until(
                        route.getKey() + " to refuse",
                        PATIENCE,
                        () -> Optional.of(noah.person().get(route.getValue()).status())
                                .filter(status -> status == 404));
                var after = Duration.ofNanos(System.nanoTime() - removed);
                refusals.add(new Refusal(route.getKey(), after));
                narrator.tell("%-21s refuses after %s".formatted(route.getKey(), Narrator.humanly(after)));
            }
            return refusals;
        });
    }

    /** One route a service: 200 or, for what the manager alone may, 403 for a member; 404 for everybody else. */
    private static Map<String, String> routes(Workshop workshop) {
        var routes = new LinkedHashMap<String, String>();
        routes.put("workspace-service", workshop.path(""));
        routes.put("agent-run-service", workshop.path("/runs"));
        routes.put("report-service", workshop.path("/reports"));
        routes.put("notification-service", workshop.path("/webhook-endpoints"));
        return routes;
    }
}

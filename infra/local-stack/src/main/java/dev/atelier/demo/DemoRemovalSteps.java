package dev.atelier.demo;

import dev.atelier.client.ConditionPoller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes a member and checks that every service refuses them although their token is valid. */
public final class DemoRemovalSteps {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DemoNarrator narrator;

    DemoRemovalSteps(DemoNarrator narrator) {
        this.narrator = narrator;
    }

    /** The time from the response to the removal until a service's first refusal. */
    public record ServiceRefusal(String service, Duration after) {}

    List<ServiceRefusal> run(DemoWorkspace demoWorkspace) {
        var noah = demoWorkspace.member();
        return narrator.step("Lea removes Noah, and every service refuses him", () -> {
            var routes = routes(demoWorkspace);
            for (var route : routes.values()) {
                noah.person().get(route).expect(200, 403);
            }
            demoWorkspace
                    .manager()
                    .person()
                    .delete(demoWorkspace.path("/members/" + noah.userId()))
                    .expect(204);
            long removed = System.nanoTime();
            var refusals = new ArrayList<ServiceRefusal>();
            for (var route : routes.entrySet()) {
                ConditionPoller.until(
                        route.getKey() + " to refuse",
                        PATIENCE,
                        () -> Optional.of(noah.person().get(route.getValue()).status())
                                .filter(status -> status == 404));
                var after = Duration.ofNanos(System.nanoTime() - removed);
                refusals.add(new ServiceRefusal(route.getKey(), after));
                narrator.print("%-21s refuses after %s".formatted(route.getKey(), DemoNarrator.formatDuration(after)));
            }
            return refusals;
        });
    }

    /** One route per service: 200 for a member, or 403 if only the manager may use it; 404 for everybody else. */
    private static Map<String, String> routes(DemoWorkspace demoWorkspace) {
        var routes = new LinkedHashMap<String, String>();
        routes.put("workspace-service", demoWorkspace.path(""));
        routes.put("agent-run-service", demoWorkspace.path("/runs"));
        routes.put("report-service", demoWorkspace.path("/reports"));
        routes.put("notification-service", demoWorkspace.path("/webhook-endpoints"));
        return routes;
    }
}

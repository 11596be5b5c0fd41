package dev.atelier.workspace.plan;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The plans of this installation. */
@Component
public class Plans {
    private final PlanSettings settings;

    Plans(PlanSettings settings) {
        this.settings = settings;
    }

    /** What a workspace begins with. */
    public Plan usual() {
        return Plan.first(settings.usual(), limits(settings.usual()).orElse(Limits.NONE));
    }

    /** What a plan allows; empty where there is none of that name. */
    public Optional<Limits> limits(String name) {
        return Optional.ofNullable(settings.named().get(name)).map(PlanSettings.Terms::limits);
    }

    public Map<String, Limits> all() {
        return settings.named().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, plan -> plan.getValue().limits()));
    }

    /** In the order of the alphabet. */
    public Collection<String> names() {
        return new TreeSet<>(settings.named().keySet());
    }

    /** The plan that one of these prices of the payment provider stands for. */
    public Optional<String> ofPrices(Collection<String> prices) {
        return settings.named().entrySet().stream()
                .filter(plan -> plan.getValue().prices().stream().anyMatch(prices::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }
}

package dev.atelier.workspace.plan;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The plans of this installation. */
@Component
public class PlanCatalogue {
    private final PlanSettings settings;

    PlanCatalogue(PlanSettings settings) {
        this.settings = settings;
    }

    /** Returns the plan of a new workspace. */
    public Plan defaultPlan() {
        return Plan.initial(settings.usual(), findLimits(settings.usual()).orElse(PlanLimits.NONE));
    }

    /** Returns the limits of a plan; empty if there is no plan of that name. */
    public Optional<PlanLimits> findLimits(String name) {
        return Optional.ofNullable(settings.named().get(name)).map(PlanSettings.PlanDefinition::limits);
    }

    public Map<String, PlanLimits> limitsByName() {
        return settings.named().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, plan -> plan.getValue().limits()));
    }

    /** Returns the names in alphabetical order. */
    public Collection<String> names() {
        return new TreeSet<>(settings.named().keySet());
    }

    /** Returns the plan that one of these prices of the payment provider is assigned to. */
    public Optional<String> findByPrices(Collection<String> prices) {
        return settings.named().entrySet().stream()
                .filter(plan -> plan.getValue().prices().stream().anyMatch(prices::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }
}

package dev.atelier.workspace.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The plans of this installation.
 *
 * @param usual the plan of a workspace without another one; {@code self-hosted} always exists
 * @param named the plans by name: 1 to 40 small letters, digits and hyphens
 */
@Validated
@ConfigurationProperties("atelier.plans")
public record PlanSettings(
        @NotNull @DefaultValue(SELF_HOSTED) String usual,
        @DefaultValue @Valid Map<String, PlanDefinition> named) {
    /** The plan without limits. */
    static final String SELF_HOSTED = "self-hosted";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public PlanSettings {
        var all = new LinkedHashMap<>(named);
        all.putIfAbsent(SELF_HOSTED, new PlanDefinition(null, null, null, List.of()));
        named = Map.copyOf(all);
        if (!named.containsKey(usual)) {
            throw new IllegalArgumentException("atelier.plans.usual must be one of " + named.keySet());
        }
        named.keySet().forEach(name -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "the name of a plan must consist of small letters, digits and hyphens: " + name);
            }
        });
    }

    /**
     * The limits of one plan; what is not set is unlimited.
     *
     * @param seats members and open invitations, 1 to 100,000
     * @param runsPerMonth runs that start in a calendar month, 0 to 100,000,000
     * @param storage total size of the files of actions
     * @param prices ids or lookup keys of the payment provider's prices for this plan
     */
    public record PlanDefinition(
            @Nullable @Min(1) @Max(100_000) Integer seats,
            @Nullable @Min(0) @Max(100_000_000) Integer runsPerMonth,
            @Nullable DataSize storage,
            @DefaultValue List<String> prices) {
        public PlanDefinition {
            prices = List.copyOf(prices);
            if (storage != null && storage.isNegative()) {
                throw new IllegalArgumentException("the storage of a plan must not be negative");
            }
        }

        PlanLimits limits() {
            return new PlanLimits(seats, runsPerMonth, storage == null ? null : storage.toBytes());
        }
    }
}

package dev.atelier.agentrun.model;

import dev.atelier.kit.network.NetworkAddressPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of model connections.
 *
 * @param allowPrivateAddresses whether endpoints on this machine and in private networks are allowed, for model servers
 *     of one's own
 * @param allowPrivateNetworks private networks such as {@code 10.1.0.0/16} in which endpoints are allowed; {@code http}
 *     is allowed there, too
 * @param silence how long an endpoint may send nothing, before and during its answer; 100 ms to 10 min
 * @param answerCharacters maximum number of characters of one answer with its reasoning and tool calls, 1,000 to
 *     1,000,000
 * @param answerTokens maximum number of tokens of one answer when the connection sets none; 16 to 1,000,000
 * @param longestPause upper limit for an endpoint's {@code Retry-After}, up to 5 min
 */
@ConfigurationProperties("atelier.models")
public record ModelSettings(
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue List<String> allowPrivateNetworks,
        @DefaultValue("60s") Duration silence,
        @DefaultValue("200000") int answerCharacters,
        @DefaultValue("8192") int answerTokens,
        @DefaultValue("60s") Duration longestPause) {
    public ModelSettings {
        allowPrivateNetworks = List.copyOf(allowPrivateNetworks);
        within("silence", silence, Duration.ofMillis(100), Duration.ofMinutes(10));
        within("longest-pause", longestPause, Duration.ZERO, Duration.ofMinutes(5));
        within("answer-characters", answerCharacters, 1_000, 1_000_000);
        within("answer-tokens", answerTokens, 16, 1_000_000);
        addresses(allowPrivateAddresses, allowPrivateNetworks);
    }

    /** Returns the policy of allowed addresses. */
    NetworkAddressPolicy addresses() {
        return addresses(allowPrivateAddresses, allowPrivateNetworks);
    }

    private static NetworkAddressPolicy addresses(boolean all, List<String> networks) {
        return new NetworkAddressPolicy(
                all
                        ? Stream.concat(NetworkAddressPolicy.PRIVATE_NETWORKS.stream(), networks.stream())
                                .toList()
                        : networks);
    }

    private static <T extends Comparable<T>> void within(String key, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "atelier.models.%s must be %s to %s, not %s".formatted(key, least, most, value));
        }
    }
}

package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The operator sets a user's status, and fellow members see it. */
class UserStatusTest {
    private final RunningSystem system = RunningSystem.get();

    @Test
    void theOperatorSetsItAndFellowMembersSeeIt() {
        var team = system.team();
        var member = team.member();
        var path = "/api/operator/users/" + member.userId() + "/status";
        assertThat(shown(team.manager().person(), team, member.userId())).isEqualTo("NONE");

        var operator = system.operator();
        var before = operator.get(path).expect(200);
        set(operator, path, before.etag()).expect(200);

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(shown(team.manager().person(), team, member.userId()))
                        .isEqualTo("GOLD"));
        assertThat(member.person().get("/api/me").text("status")).isEqualTo("GOLD");
    }

    @Test
    void onlyTheOperatorMayAndOnlyOnWhatTheySaw() {
        var team = system.team();
        var path = "/api/operator/users/" + team.member().userId() + "/status";
        set(team.member().person(), path, "\"1\"").expect(403);
        set(team.manager().person(), path, "\"1\"").expect(403);

        set(system.operator(), path, "\"999\"").expect(412);
        system.operator()
                .request("PUT", path, Map.of("status", "GOLD"), Map.of())
                .expect(428);
        system.operator()
                .request("PUT", path, Map.of("status", "PLATINUM"), Map.of("If-Match", "\"1\""))
                .expect(400);
    }

    private static ApiClientResponse set(ApiClient who, String path, String etag) {
        return who.request("PUT", path, Map.of("status", "GOLD"), Map.of("If-Match", etag));
    }

    private static String shown(ApiClient reader, RunningSystem.TestTeam team, String of) {
        var members = reader.get(team.path("/members")).expect(200).json().path("items");
        return StreamSupport.stream(members.spliterator(), false)
                .filter(member -> member.path("userId").asString().equals(of))
                .map(member -> member.path("status").asString())
                .findFirst()
                .orElse("");
    }
}

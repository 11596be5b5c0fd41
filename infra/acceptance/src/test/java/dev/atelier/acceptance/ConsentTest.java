package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A user gives and withdraws consents and reads their history. */
class ConsentTest {
    private static final String CONSENTS = "/api/me/consents";

    private final RunningSystem system = RunningSystem.get();

    @Test
    void aPersonGivesWithdrawsAndReadsWhatTheySaid() {
        var paula = system.register("Paula", "Purpose").person();
        assertThat(paula.get(CONSENTS).expect(200).json().path("items"))
                .hasSize(4)
                .allSatisfy(
                        consent -> assertThat(consent.path("given").asBoolean()).isFalse());

        var never = paula.get(CONSENTS + "/PRODUCT_UPDATES").expect(200);
        var given = decide(paula, true, never.etag()).expect(200);
        var withdrawn = decide(paula, false, given.etag()).expect(200);

        assertThat(withdrawn.json().path("given").asBoolean()).isFalse();
        var page = paula.get(CONSENTS + "/history?limit=1").expect(200);
        assertThat(page.json().path("items").path(0).path("given").asBoolean()).isFalse();
        var before = paula.get(CONSENTS + "/history?limit=1&cursor=" + page.text("next"))
                .expect(200);
        assertThat(before.json().path("items").path(0).path("given").asBoolean())
                .isTrue();
        assertThat(before.json().path("items").path(0).path("policyVersion").asString())
                .isEqualTo("2026-11");
    }

    @Test
    void aDecisionOnWhatIsNoLongerSoIsRefused() {
        var paul = system.register("Paul", "Purpose").person();
        decide(paul, true, "\"0\"").expect(200);

        assertThat(decide(paul, true, "\"0\"").expect(412).text("type")).isEqualTo("urn:atelier:problem:stale");

        paul.request("PUT", CONSENTS + "/PRODUCT_UPDATES", Map.of("given", true), Map.of())
                .expect(400, 428);
        paul.get(CONSENTS + "/ADVERTS").expect(400);
        system.neighbours().nobody().get(CONSENTS).expect(401);
    }

    private static ApiClientResponse decide(ApiClient apiClient, boolean given, String etag) {
        return apiClient.request(
                "PUT",
                CONSENTS + "/PRODUCT_UPDATES",
                Map.of("given", given, "policyVersion", "2026-11", "source", "WEB"),
                Map.of("If-Match", etag));
    }
}

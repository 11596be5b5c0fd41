package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks of the gateway that apply to every request. */
class GatewayRequestTest {
    private final RunningSystem system = RunningSystem.get();

    @ParameterizedTest
    @ValueSource(strings = {"/internal/workspaces", "/actuator/env", "/no/such/route", "/api/no-such-thing"})
    void unknownAndInternalRoutesAreClosed(String path) {
        assertThat(system.neighbours().workshop().manager().person().get(path).status())
                .isEqualTo(404);
    }

    @Test
    void everyAnswerCarriesARequestIdAndSecurityHeaders() {
        var apiClientResponse =
                system.neighbours().workshop().manager().person().get("/api/me");
        assertThat(apiClientResponse.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(apiClientResponse.headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
        assertThat(apiClientResponse.headers().firstValue("Content-Security-Policy"))
                .isPresent();
    }

    @Test
    void nobodySpeaksForSomebodyElse() {
        var people = system.neighbours();
        var apiClientResponse = people.stranger()
                .request(
                        "GET",
                        people.workshop().path(""),
                        null,
                        java.util.Map.of(
                                "On-Behalf-Of", people.workshop().manager().userId()));
        assertThat(apiClientResponse.status()).isEqualTo(404);
    }
}

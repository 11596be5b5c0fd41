package dev.atelier.kit.web.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Tests with four permits, of which one caller may hold two. */
class RequestAdmissionTest {
    private final RequestAdmission patient = new RequestAdmission(new AdmissionSettings(4, 50, Duration.ofSeconds(10)));
    private final RequestAdmission hasty = new RequestAdmission(new AdmissionSettings(4, 50, Duration.ZERO));

    @Test
    void refusesOneMoreThanThePersonsShareAndLetsOthersIn() throws Exception {
        hasty.acquire("lea");
        hasty.acquire("lea");

        assertThatThrownBy(() -> hasty.acquire("lea"))
                .isInstanceOfSatisfying(TooManyConcurrentRequests.class, refused -> {
                    assertThat(refused.details()).containsEntry("limit", 2);
                    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
                });
        hasty.acquire("noah");
        hasty.acquire("mia");
    }

    @Test
    void refusesEverybodyWhenAllPlacesAreTakenAndNotLonger() throws Exception {
        var places = new ArrayList<RequestAdmission.AdmissionPermit>();
        for (var person : new String[] {"lea", "lea", "noah", "mia"}) {
            places.add(hasty.acquire(person));
        }
        assertThatThrownBy(() -> hasty.acquire("zoe"))
                .isInstanceOfSatisfying(
                        ServiceOverloaded.class,
                        refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1)));

        places.getLast().close();
        places.getLast().close();

        hasty.acquire("zoe");
        assertThatThrownBy(() -> hasty.acquire("max")).isInstanceOf(ServiceOverloaded.class);
    }

    @Test
    void whoWaitsGetsThePlaceThatIsGivenBack() throws Exception {
        var first = patient.acquire("lea");
        patient.acquire("lea");
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var third = others.submit(() -> patient.acquire("lea"));
            await().during(Duration.ofMillis(50)).until(() -> !third.isDone());

            first.close();

            assertThat(third.get()).isNotNull();
        }
    }
}

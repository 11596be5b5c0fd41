package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person without an account contacts the operator and gets an answer by mail. */
class ContactRequestTest {
    private static final String PUBLIC = "/api/public/contact-requests";
    private static final String DESK = "/api/operator/contact-requests";

    private final RunningSystem system = RunningSystem.get();
    private final ApiClient stranger = system.neighbours().nobody();

    @Test
    void aStrangerAsksAndTheOperatorAnswersByMail() {
        var email = "zoe-" + UUID.randomUUID() + "@bakery.example";
        write(email, Map.of()).expect(202);

        var operator = system.operator();
        var path = DESK + "/" + find(operator, email);
        operator.request(
                        "POST",
                        path + "/answer",
                        Map.of("text", "Oui, venez demain."),
                        Map.of("If-Match", operator.get(path).expect(200).etag()))
                .expect(200);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(system.stack().mails().mailsTo(email))
                        .singleElement()
                        .satisfies(mail -> {
                            assertThat(mail.subject()).startsWith("Notre r\u00e9ponse");
                            assertThat(mail.text()).contains("Oui, venez demain.");
                        }));
        operator.request(
                        "POST",
                        path + "/close",
                        Map.of("reason", "Done."),
                        Map.of("If-Match", operator.get(path).expect(200).etag()))
                .expect(200);
    }

    @Test
    void whoDoesNotWorkOrFillsInTheHiddenFieldIsNotHeard() {
        var email = "bot-" + UUID.randomUUID() + "@bakery.example";
        write(email, Map.of("solution", "no")).expect(422);
        write(email, Map.of("website", "https://spam.example")).expect(202);
        write(email, Map.of("email", "nowhere")).expect(400);
        assertThat(system.operator().get(DESK + "?limit=100").expect(200).body())
                .doesNotContain(email);
    }

    @Test
    void aSignedInPersonAsksWithoutWork() {
        var sam = system.register("Sam", "Support");
        var id = sam.person()
                .postOnce("/api/support-requests", Map.of("message", "Help"))
                .expect(202)
                .text("id");

        assertThat(system.operator().get(DESK + "/" + id).expect(200).text("email"))
                .isEqualTo(sam.email());
        sam.person().get(DESK).expect(403);
        stranger.post("/api/support-requests", Map.of("message", "Help")).expect(401);
    }

    private ApiClientResponse write(String email, Map<String, String> changed) {
        var challenge = stranger.get(PUBLIC + "/challenge").expect(200);
        var text = challenge.text("challenge");
        var body = new HashMap<String, String>(Map.of(
                "name",
                "Zo\u00e9 Martin",
                "email",
                email,
                "message",
                "Puis-je venir demain ?",
                "locale",
                "fr",
                "challenge",
                text,
                "solution",
                solve(text, challenge.json().path("difficulty").asInt())));
        body.putAll(changed);
        return stranger.post(PUBLIC, body);
    }

    private static String find(ApiClient operator, String email) {
        for (var request : operator.get(DESK + "?limit=100").expect(200).json().path("items")) {
            if (request.path("email").asString("").equals(email)) {
                return request.path("id").asString();
            }
        }
        throw new AssertionError("the operator does not see the request");
    }

    private static String solve(String challenge, int difficulty) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (long number = 0; ; number++) {
                var hash = sha256.digest((challenge + "." + number).getBytes(StandardCharsets.UTF_8));
                if (new java.math.BigInteger(1, hash).bitLength() <= 256 - difficulty) {
                    return Long.toString(number);
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.client.ApiClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A user uploads an avatar, and fellow members see it. */
class AvatarTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final RunningSystem system = RunningSystem.get();

    @Test
    void fellowMembersSeeItAndNobodyElse() throws Exception {
        var team = system.team();
        var member = team.member();
        var path = "/api/users/" + member.userId() + "/avatar?size=48";
        assertThat(ask(team.manager().person(), "GET", path, new byte[0]).statusCode())
                .isEqualTo(404);

        assertThat(ask(member.person(), "POST", "/api/me/avatar", picture()).statusCode())
                .isEqualTo(200);

        await().atMost(LIMIT).untilAsserted(() -> {
            var seen = ask(team.manager().person(), "GET", path, new byte[0]);
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(ImageIO.read(new ByteArrayInputStream(seen.body())).getWidth())
                    .isEqualTo(48);
        });
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(shown(team.manager().person(), team, member.userId()))
                        .isEqualTo(member.person().get("/api/me").expect(200).text("avatarVersion")));
        assertThat(ask(system.neighbours().stranger(), "GET", path, new byte[0]).statusCode())
                .isEqualTo(404);
        assertThat(ask(member.person(), "POST", "/api/me/avatar", new byte[(5 << 20) + 1])
                        .statusCode())
                .isEqualTo(413);
        assertThat(ask(member.person(), "DELETE", "/api/me/avatar", new byte[0]).statusCode())
                .isEqualTo(204);
        assertThat(ask(team.manager().person(), "GET", path, new byte[0]).statusCode())
                .isEqualTo(404);
    }

    private static String shown(ApiClient reader, RunningSystem.TestTeam team, String of) {
        var members = reader.get(team.path("/members")).expect(200).json().path("items");
        return StreamSupport.stream(members.spliterator(), false)
                .filter(member -> member.path("userId").asString().equals(of))
                .map(member -> member.path("avatarVersion").asString())
                .findFirst()
                .orElse("");
    }

    private HttpResponse<byte[]> ask(ApiClient who, String method, String path, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(system.stack().gateway().resolve(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", "Bearer " + Objects.requireNonNull(who.token()))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}

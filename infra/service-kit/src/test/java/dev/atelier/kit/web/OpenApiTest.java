package dev.atelier.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.testkit.GoldenFile;
import dev.atelier.testkit.OpenApiGoldenFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class OpenApiTest {
    @LocalServerPort
    private int port;

    @Test
    void theDocumentIsTheOneCheckedIn() {
        GoldenFile.check(Path.of("src/test/resources/things-openapi.json"), OpenApiGoldenFile.read(port));
    }

    @Test
    void aRouteSaysWhatItReadsAndWhatItCanAnswer() {
        var change =
                JsonMapper.shared().readTree(OpenApiGoldenFile.read(port)).at("/paths/~1api~1things~1{thingId}/patch");

        assertThat(change.path("parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("thingId", "If-Match");
        assertThat(change.at("/parameters/0/schema/format").asString()).isEqualTo("uuid");
        assertThat(change.path("responses").propertyNames())
                .contains("200", "400", "401", "403", "404", "409", "412", "428", "429", "503");
    }
}

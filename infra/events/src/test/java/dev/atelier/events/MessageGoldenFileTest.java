package dev.atelier.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the JSON of every type and version with a golden file. For a new type or version, run with
 * {@code -Dgolden.write=true}, read the written file and check it in. An old file is never changed.
 */
class MessageGoldenFileTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<MessageCatalogue.CatalogueEntry> entries() {
        return MessageCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyTypeHasAGoldenOfItsVersion(MessageCatalogue.CatalogueEntry entry) throws IOException {
        var file = file(entry, entry.version());
        var sample = JsonMapper.shared().readTree(MessageJson.write(SampleMessageFactory.of(entry.message())));
        if (Boolean.getBoolean("golden.write") && Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, sample.toPrettyString() + "\n");
        }
        assertThat(file)
                .as("%s is read by %s: add its golden file", entry.type(), MessageConsumers.of(entry.type()))
                .exists();
        assertThat(JsonMapper.shared().readTree(file))
                .as(
                        "%s is read by %s: it changed without a new version",
                        entry.type(), MessageConsumers.of(entry.type()))
                .isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyOldVersionStillReads(MessageCatalogue.CatalogueEntry entry) {
        for (int version = 1; version <= entry.version(); version++) {
            var file = file(entry, version);
            assertThatCode(() -> MessageJson.read(Files.readString(file), entry.message()))
                    .as("%s is read by %s", file.getFileName(), MessageConsumers.of(entry.type()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void noGoldenIsWithoutItsType() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allSatisfy(name -> assertThat(MessageCatalogue.ofType(
                                    name.substring(0, name.lastIndexOf('.', name.length() - 6))))
                            .as("a type on the wire is for ever: %s", name)
                            .isPresent());
        }
    }

    @Test
    void unknownPropertiesArePassedOver() {
        var json =
                "{\"workspaceId\":\"0190163d-8694-739b-aea5-966c26f8ad91\",\"member\":\"0190163d-8694-739b-aea5-966c26f8ad91\",\"mood\":\"sunny\"}";
        assertThat(MessageJson.read(json, WorkspaceEvent.MemberLeft.class).subject())
                .isEqualTo("workspaces/0190163d-8694-739b-aea5-966c26f8ad91");
    }

    private static Path file(MessageCatalogue.CatalogueEntry entry, int version) {
        return GOLDEN.resolve(entry.type() + "." + version + ".json");
    }
}

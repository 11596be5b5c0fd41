package dev.atelier.workspace.attachment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.backing.Ports;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.WorkspaceId;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest {
    private static final Place PLACE = new Place(WorkspaceId.next(), FileId.next(), Variant.WHOLE);

    private final S3Store away = new S3Store(new S3Settings(
            "somewhere",
            URI.create("http://127.0.0.1:" + Ports.free()),
            "us-east-1",
            "key",
            "secret",
            "",
            Duration.ofSeconds(1)));

    @TempDir
    Path folder;

    @Test
    void saysWhereTheBucketCannotBeReached() throws Exception {
        var file = Files.writeString(folder.resolve("plan.txt"), "words");

        assertThatThrownBy(() -> away.write(PLACE, file)).isInstanceOf(StoreAway.class);
        assertThatThrownBy(() -> away.open(PLACE)).isInstanceOf(StoreAway.class);
        assertThatThrownBy(() -> away.remove(PLACE)).isInstanceOf(StoreAway.class);
    }

    @Test
    void whatIsSkippedBeforeTheFirstByteIsNeverAskedFor() throws Exception {
        var asked = new ArrayList<Long>();
        try (var stream = new SkippingStream(
                from -> {
                    asked.add(from);
                    return new ByteArrayInputStream(
                            "0123456789".substring((int) from).getBytes(StandardCharsets.UTF_8));
                },
                10)) {
            assertThat(stream.skip(4)).isEqualTo(4);
            assertThat(stream.skip(3)).isEqualTo(3);
            assertThat(stream.read()).isEqualTo('7');
            assertThat(stream.skip(5)).isEqualTo(2);
            assertThat(stream.read()).isEqualTo(-1);
        }
        assertThat(asked).containsExactly(7L);
    }

    @Test
    void whatIsSkippedWholeIsNotAskedForAtAll() throws Exception {
        try (var stream = new SkippingStream(
                from -> {
                    throw new AssertionError("asked from " + from);
                },
                10)) {
            assertThat(stream.skip(50)).isEqualTo(10);
            assertThat(stream.read()).isEqualTo(-1);
        }
    }
}

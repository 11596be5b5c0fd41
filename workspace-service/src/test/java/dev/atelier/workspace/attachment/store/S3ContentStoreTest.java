package dev.atelier.workspace.attachment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.backing.LocalPorts;
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

class S3ContentStoreTest {
    private static final ContentKey PLACE = new ContentKey(WorkspaceId.next(), FileId.next(), ContentVariant.WHOLE);

    private final S3ContentStore away = new S3ContentStore(new S3Settings(
            "somewhere",
            URI.create("http://127.0.0.1:" + LocalPorts.free()),
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

        assertThatThrownBy(() -> away.write(PLACE, file)).isInstanceOf(ContentStoreUnavailable.class);
        assertThatThrownBy(() -> away.open(PLACE)).isInstanceOf(ContentStoreUnavailable.class);
        assertThatThrownBy(() -> away.remove(PLACE)).isInstanceOf(ContentStoreUnavailable.class);
    }

    @Test
    void whatIsSkippedBeforeTheFirstByteIsNeverAskedFor() throws Exception {
        var asked = new ArrayList<Long>();
        try (var stream = new LazyRangeInputStream(
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
        try (var stream = new LazyRangeInputStream(
                from -> {
                    throw new AssertionError("asked from " + from);
                },
                10)) {
            assertThat(stream.skip(50)).isEqualTo(10);
            assertThat(stream.read()).isEqualTo(-1);
        }
    }
}

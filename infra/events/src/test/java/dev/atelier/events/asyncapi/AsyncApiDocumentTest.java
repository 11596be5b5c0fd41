package dev.atelier.events.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.MembershipState;
import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.WorkspaceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks that {@code asyncapi.json}, which the gateway shows, is current; {@code -Dgolden.write=true} regenerates it.
 */
class AsyncApiDocumentTest {
    private static final Path FILE = Path.of("asyncapi.json");

    @Test
    void theDocumentIsTheOneCheckedIn() throws IOException {
        var document = new AsyncApiDocument().document();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILE, document);
        }
        assertThat(FILE).as("write it with -Dgolden.write=true").hasContent(document);
    }

    @Test
    void everyTypeIsAMessageOfItsTopicsChannel() {
        var document = JsonMapper.shared().readTree(new AsyncApiDocument().document());
        assertThat(MessageCatalogue.all()).allSatisfy(entry -> {
            assertThat(document.path("channels")
                            .path(entry.topic())
                            .path("messages")
                            .has(entry.type()))
                    .as(entry.type())
                    .isTrue();
            assertThat(document.path("components").path("messages").has(entry.type()))
                    .as(entry.type())
                    .isTrue();
        });
    }

    @Test
    void idsAreStringsEnumsTheirNamesAndWhatMayBeMissingIsNotDemanded() {
        var membership = new MessageSchemaGenerator().of(MembershipState.class);
        assertThat(membership.at("/properties/userId/format").asString()).isEqualTo("uuid");
        assertThat(membership.at("/properties/role/enum").valueStream().map(role -> role.asString()))
                .containsExactlyInAnyOrder("MANAGER", "MEMBER", "SERVICE_ACCOUNT");

        var changed = new MessageSchemaGenerator().of(WorkspaceEvent.MemberRemoved.class);
        assertThat(changed.path("required").valueStream().map(name -> name.asString()))
                .contains("workspaceId");
    }
}

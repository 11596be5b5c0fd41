package dev.atelier.kit.responsibility;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** A document that acts for a member. */
@Document("gadgets")
record Gadget(
        @Id ActionId id,
        WorkspaceId workspaceId,
        UserId createdBy,
        UserId responsible,
        @Nullable Suspension suspension,
        @Version @Nullable Long version)
        implements ActsForMember {
    Gadget {
        responsible = Objects.requireNonNullElse(responsible, createdBy);
    }

    Gadget with(UserId member, @Nullable Suspension other) {
        return new Gadget(id, workspaceId, createdBy, member, other, version);
    }
}

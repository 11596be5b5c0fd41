package dev.atelier.identity.legal.addendum;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A workspace's acceptance of the addendum; kept as evidence after the workspace is deleted.
 *
 * @param id the workspace and the version, so that a version is accepted once
 */
@Document("addendumAcceptances")
@TypeAlias("addendum-acceptance")
@CompoundIndex(name = "newest", def = "{'workspaceId': 1, 'number': -1}")
record AddendumAcceptance(@Id @NotPersonal("ids") String id, WorkspaceId workspaceId, int number, UserId by, Instant at)
        implements WorkspaceOwned {
    static AddendumAcceptance of(WorkspaceId workspace, int number, UserId by, Instant at) {
        return new AddendumAcceptance(workspace + "." + number, workspace, number, by, at);
    }
}

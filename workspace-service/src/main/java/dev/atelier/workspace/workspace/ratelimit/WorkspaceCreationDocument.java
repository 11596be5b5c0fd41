package dev.atelier.workspace.workspace.ratelimit;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Who created a workspace and when; deleted after a day, whether or not the workspace still exists. */
@Document("foundings")
@TypeAlias("founded")
@CompoundIndex(name = "of-a-day", def = "{by: 1, at: 1}")
record WorkspaceCreationDocument(
        @Id WorkspaceId id,
        UserId by,
        @Indexed(expireAfter = "1d") Instant at) {}

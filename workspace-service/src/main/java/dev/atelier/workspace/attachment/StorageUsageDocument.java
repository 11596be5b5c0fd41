package dev.atelier.workspace.attachment;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The storage that the files of a workspace use, in bytes, without thumbnails.
 *
 * @param id the id of the workspace
 */
@Document("storedBytes")
@TypeAlias("stored-bytes")
record StorageUsageDocument(@Id UUID id, @Indexed WorkspaceId workspaceId, long bytes) implements WorkspaceOwned {}

package dev.atelier.workspace.attachment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.mongo.WorkspaceOwned;
import dev.atelier.workspace.attachment.content.FileMetadata;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A file of an action; a {@code ContentStore} stores its bytes under its id. */
@Document("files")
@TypeAlias("file")
@CompoundIndex(name = "of-action", def = "{workspaceId: 1, actionId: 1, _id: 1}")
@CompoundIndex(name = "oldest", def = "{workspaceId: 1, at: 1}")
@CompoundIndex(name = "of-project", def = "{workspaceId: 1, projectId: 1}")
record Attachment(
        @Id FileId id,
        WorkspaceId workspaceId,
        ProjectId projectId,
        ActionId actionId,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "the files of a work item",
                basis = Basis.CONTRACT,
                retention = "until the file or the work item is deleted")
        String name,

        FileMetadata content,
        UserId by,
        Instant at)
        implements WorkspaceOwned {
    String etag(String variant) {
        return "\"" + content.sha256() + variant + "\"";
    }
}

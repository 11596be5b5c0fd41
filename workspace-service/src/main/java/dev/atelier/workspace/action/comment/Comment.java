package dev.atelier.workspace.action.comment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A comment on an action. */
@Document("comments")
@TypeAlias("comment")
@CompoundIndex(name = "of-action", def = "{workspaceId: 1, actionId: 1, _id: 1}")
record Comment(
        @Id CommentId id,
        WorkspaceId workspaceId,
        ActionId actionId,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "the conversation about the work of a project",
                basis = Basis.CONTRACT,
                retention = "until the work item is deleted")
        String text,

        UserId by,
        Instant at)
        implements WorkspaceOwned {}

package dev.atelier.notification.mail.kind.suspension;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The mail that informs a manager about what was suspended because of one member. While it is queued, it covers later
 * suspensions, too.
 *
 * @param id ids of the workspace, the member and the manager
 * @param mail id of the newest queued mail
 */
@Document("suspension-mails")
@CompoundIndex(name = "of-workspace", def = "{workspaceId: 1, _id: 1}")
@TypeAlias("suspension-mail")
record SuspensionMailDocument(
        @Id @NotPersonal("ids") String id,
        WorkspaceId workspaceId,
        @NotPersonal("ids") String mail,
        @Indexed(expireAfter = "1d") Instant at)
        implements WorkspaceOwned {}

package dev.atelier.workspace.attachment.store;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.privacy.StoredRecord;
import org.bson.types.Binary;

/**
 * A GridFS chunk of a file.
 *
 * @param data bytes of the file itself (photos without their metadata) or of a photo's thumbnail
 */
@StoredRecord("content.chunks")
record ContentChunkDocument(
        WorkspaceId workspaceId,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "the files of a work item",
                basis = Basis.CONTRACT,
                retention = "until the file or the work item is deleted")
        Binary data) {}

package dev.atelier.notification.mail.queue;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Deletes the mails about a deleted project, including those still queued. */
@Component
class MailEraser implements DataEraser {
    private final MongoTemplate mongo;

    MailEraser(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public int erase(DeletionTarget target, int limit) {
        if (target.kind() != DeletionTargetKind.PROJECT) {
            return 0;
        }
        var about = Query.query(where("workspaceId")
                        .is(target.workspaceId())
                        .and("about.projectId")
                        .is(String.valueOf(target.projectId())))
                .limit(limit);
        return mongo.findAllAndRemove(about, QueuedMail.class).size();
    }
}

package dev.atelier.notification.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Removes mails about a deleted project, those that wait among them (W6). */
@Component
class MailErasing implements Erasing {
    private final MongoTemplate mongo;

    MailErasing(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public int erase(Deleted what, int limit) {
        if (what.kind() != Kind.PROJECT) {
            return 0;
        }
        var about = Query.query(where("workspaceId")
                        .is(what.workspaceId())
                        .and("about.projectId")
                        .is(String.valueOf(what.projectId())))
                .limit(limit);
        return mongo.findAllAndRemove(about, QueuedMail.class).size();
    }
}

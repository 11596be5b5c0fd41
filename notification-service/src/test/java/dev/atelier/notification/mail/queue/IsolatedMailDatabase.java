package dev.atelier.notification.mail.queue;

import com.mongodb.client.MongoClient;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** A separate database, because the senders of the running service would claim the mails that a test queues. */
public final class IsolatedMailDatabase {
    private IsolatedMailDatabase() {}

    public static MongoTemplate of(MongoClient client, MongoTemplate service) {
        var name = "mail-" + UUID.randomUUID();
        return new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, name), service.getConverter());
    }
}

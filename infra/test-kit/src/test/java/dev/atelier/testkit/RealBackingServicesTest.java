package dev.atelier.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.mongodb.client.MongoClients;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@RealMongo
@RealKafka
@RealMail
@SpringJUnitConfig(RealBackingServicesTest.BackingServicesConfiguration.class)
class RealBackingServicesTest {
    @Value("${spring.mongodb.uri}")
    String mongo;

    @Value("${spring.kafka.bootstrap-servers}")
    String kafka;

    @Value("${spring.mail.port}")
    int smtp;

    @Test
    void mongoDbTakesDocumentsInAFreshDatabase() {
        try (var client = MongoClients.create(mongo)) {
            var database = client.getDatabase(
                    mongo.substring(mongo.lastIndexOf('/') + 1).replaceAll("\\?.*", ""));
            assertThat(database.listCollectionNames()).isEmpty();

            database.getCollection("things").insertOne(new Document("value", 1));

            assertThat(database.getCollection("things").countDocuments()).isOne();
        }
    }

    @Test
    void kafkaAnswers() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    @Test
    void mailArrives() {
        GreenMailUtil.sendTextEmail(
                "mail-arrives@example.org",
                "house@example.org",
                "Hello",
                "Text",
                RealBackingServices.mail().getSmtp().getServerSetup());

        assertThat(smtp).isEqualTo(RealBackingServices.mail().getSmtp().getPort());
        assertThat(RealBackingServices.mail().getReceivedMessagesForDomain("mail-arrives@example.org"))
                .hasSize(1);
    }

    static class BackingServicesConfiguration {}
}

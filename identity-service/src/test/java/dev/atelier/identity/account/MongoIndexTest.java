package dev.atelier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.identity.ServiceTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.IndexField;
import org.springframework.data.mongodb.core.index.IndexInfo;

@ServiceTest
class MongoIndexTest {
    @Autowired
    MongoTemplate mongo;

    @Test
    void accountsAreFoundByAddressAndBySyncTask() {
        assertThat(mongo.indexOps("accounts").getIndexInfo())
                .flatExtracting(IndexInfo::getIndexFields)
                .extracting(IndexField::getKey)
                .contains("particulars.email", "syncTask.due");
    }

    @Test
    void aRevocationGoesWhenItsTokensHaveRunOut() {
        assertThat(mongo.indexOps("revocations").getIndexInfo())
                .anySatisfy(index -> assertThat(index.getExpireAfter()).contains(Duration.ZERO));
    }
}

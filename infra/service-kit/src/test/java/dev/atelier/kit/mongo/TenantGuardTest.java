package dev.atelier.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TenantGuard.WorkspaceIdMissing;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@RealMongo
@TrustTestTokens
@SpringBootTest(
        classes = TenantGuardTest.TenantGuardApplication.class,
        properties = {
            "spring.application.name=guard-test",
            "atelier.kafka.enabled=false",
            "atelier.mongo.tenant-guard=true"
        })
class TenantGuardTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class TenantGuardApplication {}

    @Document("guarded")
    record GuardedDocument(
            @Id String id,
            WorkspaceId workspaceId,
            String name,
            @Version @Nullable Long version) implements WorkspaceOwned {}

    @Autowired
    private MongoTemplate mongo;

    private final WorkspaceId workspace = WorkspaceId.next();

    @BeforeEach
    void oneIsStored() {
        mongo.save(new GuardedDocument(workspace.toString(), workspace, "one", null));
    }

    @Test
    void aQueryThatNamesItsWorkspacePasses() {
        var query = Query.query(Criteria.where("workspaceId").is(workspace));
        assertThat(mongo.find(query, GuardedDocument.class)).hasSize(1);
        assertThatCode(() -> mongo.updateFirst(query, Update.update("name", "two"), GuardedDocument.class))
                .doesNotThrowAnyException();
    }

    @Test
    void whatWasLoadedMayBeSaved() {
        var loaded = mongo.find(Query.query(Criteria.where("workspaceId").is(workspace)), GuardedDocument.class)
                .getFirst();
        assertThatCode(() -> mongo.save(new GuardedDocument(loaded.id(), workspace, "two", loaded.version())))
                .doesNotThrowAnyException();
    }

    @Test
    void aQueryWithoutWorkspaceFails() {
        var query = Query.query(Criteria.where("name").is("one"));
        assertThatThrownBy(() -> mongo.find(query, GuardedDocument.class)).isInstanceOf(WorkspaceIdMissing.class);
        assertThatThrownBy(() -> mongo.findById(workspace.toString(), GuardedDocument.class))
                .isInstanceOf(WorkspaceIdMissing.class);
        assertThatThrownBy(() -> mongo.remove(query, GuardedDocument.class)).isInstanceOf(WorkspaceIdMissing.class);
        assertThatThrownBy(() -> mongo.updateMulti(query, Update.update("name", "two"), GuardedDocument.class))
                .isInstanceOf(WorkspaceIdMissing.class);
    }

    @Test
    void aMarkedMethodMayGoAcross() {
        assertThat(sweep()).isPositive();
    }

    @AcrossWorkspaces("a sweep looks everywhere")
    private int sweep() {
        return mongo.find(Query.query(Criteria.where("name").is("one")), GuardedDocument.class)
                .size();
    }
}

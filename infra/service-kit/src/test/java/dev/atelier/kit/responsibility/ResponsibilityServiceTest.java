package dev.atelier.kit.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.SuspensionReason;
import dev.atelier.events.UserState;
import dev.atelier.events.WorkspaceEvent.ManagementHandedOver;
import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.ManagerRequired;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Tests what happens to things that act for members when the members leave, return or hand over the management. */
@RealMongo
@TrustTestTokens
@SpringBootTest(
        classes = ResponsibilityServiceTest.ResponsibilityApplication.class,
        properties = {
            "spring.application.name=responsibility-test",
            "atelier.kafka.enabled=false",
            "atelier.mongo.tenant-guard=true"
        })
class ResponsibilityServiceTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class ResponsibilityApplication {
        @Bean
        GadgetStore gadgets(MongoTemplate mongo) {
            return new GadgetStore(mongo);
        }
    }

    /** A store that only saves. */
    record GadgetStore(MongoTemplate mongo) implements ActsForMemberStore<Gadget> {
        @Override
        public Class<Gadget> type() {
            return Gadget.class;
        }

        @Override
        public ResponsibilityItem toItem(Gadget gadget) {
            return ResponsibilityItem.of("gadget", gadget.id(), "A gadget", gadget.suspension());
        }

        @Override
        public void suspend(Gadget gadget, Suspension suspension) {
            mongo.save(gadget.with(gadget.responsible(), suspension));
        }

        @Override
        public void restore(Gadget gadget) {
            mongo.save(gadget.with(gadget.responsible(), null));
        }

        @Override
        public void assign(Gadget gadget, UserId to) {
            mongo.save(gadget.with(to, null));
        }
    }

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private TransactionRunner transactions;

    @Autowired
    private ResponsibilityService responsibilities;

    @Autowired
    private ResponsibilityHandlers.MembershipEventHandler members;

    @Autowired
    private ResponsibilityHandlers.AccountEventHandler accounts;

    @Autowired
    private ResponsibilityHandlers.ManagementEventHandler management;

    private final WorkspaceId workspace = WorkspaceId.next();
    private final UserId lea = new UserId(UUID.randomUUID());
    private final UserId noah = new UserId(UUID.randomUUID());

    @BeforeEach
    void leaManagesAndNoahIsAMember() {
        member(lea, WorkspaceRole.MANAGER);
        member(noah, WorkspaceRole.MEMBER);
        account(lea, false);
    }

    private void member(UserId user, WorkspaceRole role) {
        var state = new Document("workspaceId", workspace.value())
                .append("userId", user.value())
                .append("role", role.name())
                .append("since", java.util.Date.from(Instant.EPOCH))
                .append("ended", false)
                .append("version", 1L);
        mongo.getCollection("state.memberships")
                .insertOne(new Document("_id", workspace + ":" + user)
                        .append("version", 1L)
                        .append("ended", false)
                        .append("state", state));
    }

    private void account(UserId user, boolean deactivated) {
        var state = new Document("userId", user.value())
                .append("activated", true)
                .append("deactivated", deactivated)
                .append("ended", false)
                .append("version", 1L);
        mongo.getCollection("state.users").deleteOne(new Document("_id", user.toString()));
        mongo.getCollection("state.users")
                .insertOne(new Document("_id", user.toString())
                        .append("version", 1L)
                        .append("ended", false)
                        .append("state", state));
    }

    private Gadget gadget() {
        return mongo.save(new Gadget(ActionId.next(), workspace, lea, lea, null, null));
    }

    private Gadget now(Gadget gadget) {
        return Objects.requireNonNull(mongo.findOne(
                Query.query(where("workspaceId").is(workspace).and("_id").is(gadget.id())), Gadget.class));
    }

    private @Nullable SuspensionReason reason(Gadget gadget) {
        var suspension = now(gadget).suspension();
        return suspension == null ? null : suspension.reason();
    }

    private List<Gadget> suspended() {
        return mongo.find(
                Query.query(where("workspaceId").is(workspace).and("suspension").ne(null)), Gadget.class);
    }

    private void leaves(UserId user) {
        transactions.run(() -> members.handleChange(
                null, new MembershipState(workspace, user, WorkspaceRole.MEMBER, Instant.EPOCH, true, 2)));
    }

    private void shuts(boolean deactivated, boolean recovering) {
        transactions.run(() -> accounts.handleChange(null, state(deactivated, recovering)));
    }

    private UserState state(boolean deactivated, boolean recovering) {
        return new UserState(
                lea,
                "Lea",
                "Martin",
                "lea@mill.example",
                true,
                deactivated,
                "en",
                "UTC",
                null,
                null,
                recovering,
                false,
                2);
    }

    @Test
    void whatMoreThanOneTransactionTakesIsSuspendedInBatches() {
        var many = 2 * ResponsibilityService.BATCH + 50;
        IntStream.range(0, many).forEach(_ -> gadget());

        leaves(lea);

        assertThat(suspended()).hasSizeGreaterThanOrEqualTo(ResponsibilityService.BATCH);
        await().atMost(Duration.ofSeconds(20)).until(() -> suspended().size() == many);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mongo.getCollection("responsibilityChanges").countDocuments() == 0);
    }

    @Test
    void whatAnotherMemberIsResponsibleForGoesOn() {
        var gadget = gadget();

        leaves(noah);

        assertThat(reason(gadget)).isNull();
    }

    @Test
    void whatStoodStillWithAnAccountGoesOnWithItUnlessSomebodyTookItOver() {
        var gadget = gadget();
        var taken = gadget();
        shuts(true, false);
        assertThat(reason(gadget)).isEqualTo(SuspensionReason.ACCOUNT_DEACTIVATED);
        mongo.save(now(taken).with(noah, null));

        shuts(false, false);

        assertThat(now(gadget).suspension()).isNull();
        assertThat(now(taken)).returns(noah, Gadget::responsible).returns(null, Gadget::suspension);
    }

    @Test
    void anAccountThatMayBeInOtherHandsIsSaidSo() {
        var gadget = gadget();

        shuts(true, true);

        assertThat(reason(gadget)).isEqualTo(SuspensionReason.ACCOUNT_HELD);
    }

    @Test
    void anAccountThatIsOpenedGivesNothingBackWhereTheMembershipEnded() {
        var gadget = gadget();
        shuts(true, false);
        leaves(lea);
        assertThat(reason(gadget)).isEqualTo(SuspensionReason.MEMBERSHIP_ENDED);

        shuts(false, false);

        assertThat(reason(gadget)).isEqualTo(SuspensionReason.MEMBERSHIP_ENDED);
    }

    @Test
    void whatIsOlderThanResponsibilityIsItsMakers() {
        var gadget = gadget();
        mongo.getCollection("gadgets")
                .updateOne(
                        new Document("_id", gadget.id().value()).append("workspaceId", workspace.value()),
                        new Document("$unset", new Document("responsible", "")));

        leaves(lea);

        assertThat(reason(gadget)).isEqualTo(SuspensionReason.MEMBERSHIP_ENDED);
    }

    @Test
    void aSuccessorWhoTakesOverIsResponsibleForAllOfIt() {
        var gadget = gadget();
        var stopped = gadget();
        mongo.save(now(stopped).with(lea, new Suspension(Instant.EPOCH, lea, SuspensionReason.MEMBERSHIP_ENDED)));

        handOver(null);
        handOver(false);
        assertThat(now(gadget).responsible()).isEqualTo(lea);
        handOver(true);

        assertThat(List.of(now(gadget), now(stopped)))
                .allSatisfy(one ->
                        assertThat(one).returns(noah, Gadget::responsible).returns(null, Gadget::suspension));
    }

    @Test
    void aSuccessorWhoIsGoneIsResponsibleForNothing() {
        var gadget = gadget();
        mongo.getCollection("state.memberships").deleteOne(new Document("_id", workspace + ":" + noah));

        handOver(true);

        assertThat(now(gadget).responsible()).isEqualTo(lea);
    }

    private void handOver(@Nullable Boolean takeOver) {
        transactions.run(() -> management.on(new ManagementHandedOver(workspace, lea, noah, takeOver)));
    }

    @Test
    void onlyAManagerWithAnOpenAccountBecomesResponsible() {
        transactions.run(() -> responsibilities.requireActiveManager(workspace, lea));
        assertThatThrownBy(() -> transactions.run(() -> responsibilities.requireActiveManager(workspace, noah)))
                .isInstanceOf(ManagerRequired.class);
        assertThatThrownBy(() -> transactions.run(
                        () -> responsibilities.requireActiveManager(workspace, new UserId(UUID.randomUUID()))))
                .isInstanceOf(NotFound.class);

        account(lea, true);

        assertThatThrownBy(() -> transactions.run(() -> responsibilities.requireActiveManager(workspace, lea)))
                .isInstanceOf(AccountNotActive.class);
    }

    @Test
    void aListSaysWhatIsSuspendedAndWhetherItIsCut() {
        var gadget = gadget();
        assertThat(responsibilities.listFor(workspace, lea).items())
                .singleElement()
                .returns(gadget.id().toString(), ResponsibilityItem::id)
                .returns(null, ResponsibilityItem::suspendedAt);
        IntStream.range(1, ResponsibilityService.LISTED).forEach(_ -> gadget());
        assertThat(responsibilities.listFor(workspace, lea).more()).isFalse();
        assertThat(responsibilities.listFor(workspace, noah).items()).isEmpty();

        gadget();

        var list = responsibilities.listFor(workspace, lea);
        assertThat(list.items()).hasSize(ResponsibilityService.LISTED);
        assertThat(list.more()).isTrue();
    }
}

package dev.atelier.workspace.billing.statement;

import static dev.atelier.workspace.billing.statement.SubscriptionStatus.ACTIVE;
import static dev.atelier.workspace.billing.statement.SubscriptionStatus.CANCELED;
import static dev.atelier.workspace.billing.statement.SubscriptionStatus.INCOMPLETE;
import static dev.atelier.workspace.billing.statement.SubscriptionStatus.PAST_DUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.workspace.billing.statement.SubscriptionStatement.SubscriptionChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderStatementsTest {
    private static SubscriptionStatement said(
            String subscription,
            long at,
            SubscriptionChange change,
            SubscriptionStatus status,
            @Nullable SubscriptionStatus previous) {
        return new SubscriptionStatement(subscription, 100, at, change, "team", status, previous);
    }

    static Stream<Arguments> statementsWithWhatHoldsAfterThem() {
        return Stream.of(
                Arguments.of(
                        "active in the second in which it began incomplete",
                        List.of(
                                said("a", 100, SubscriptionChange.CREATED, INCOMPLETE, null),
                                said("a", 100, SubscriptionChange.UPDATED, ACTIVE, INCOMPLETE)),
                        ACTIVE),
                Arguments.of(
                        "past due in the second in which it was active, as the event says",
                        List.of(
                                said("a", 100, SubscriptionChange.UPDATED, ACTIVE, INCOMPLETE),
                                said("a", 100, SubscriptionChange.UPDATED, PAST_DUE, ACTIVE)),
                        PAST_DUE),
                Arguments.of(
                        "what happened later counts, whatever its status",
                        List.of(
                                said("a", 100, SubscriptionChange.CREATED, ACTIVE, null),
                                said("a", 101, SubscriptionChange.UPDATED, PAST_DUE, null)),
                        PAST_DUE),
                Arguments.of(
                        "an end of that second is the last",
                        List.of(
                                said("a", 100, SubscriptionChange.UPDATED, ACTIVE, null),
                                said("a", 100, SubscriptionChange.DELETED, CANCELED, null)),
                        null),
                Arguments.of(
                        "the end of an earlier subscription leaves the later one",
                        List.of(
                                said("a", 100, SubscriptionChange.CREATED, PAST_DUE, null),
                                new SubscriptionStatement(
                                        "b", 110, 110, SubscriptionChange.CREATED, "team", ACTIVE, null),
                                said("a", 120, SubscriptionChange.DELETED, CANCELED, null)),
                        ACTIVE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statementsWithWhatHoldsAfterThem")
    void theOrderOfArrivalChangesNothing(
            String what, List<SubscriptionStatement> statements, @Nullable SubscriptionStatus expected) {
        for (var order : orders(statements)) {
            var all = ProviderStatements.none();
            for (var statement : order) {
                all = all.with(statement);
            }

            assertThat(all.current().map(SubscriptionStatement::status).orElse(null))
                    .as("%s, in the order %s", what, order)
                    .isEqualTo(expected);
        }
    }

    @Test
    void ofOneSecondAPaymentMendsAFailureInAnyOrder() {
        var failed = new PaymentStatement(100, PaymentOutcome.PAYMENT_FAILED, "in_1");
        var paid = new PaymentStatement(100, PaymentOutcome.PAID, "in_1");

        assertThat(ProviderStatements.none().with(failed).with(paid).payment()).isEqualTo(paid);
        assertThat(ProviderStatements.none().with(paid).with(failed).payment()).isEqualTo(paid);
    }

    @Test
    void anOlderStatusOfTheSubscriptionDoesNotUndoALaterPayment() {
        var late = said("a", 100, SubscriptionChange.UPDATED, PAST_DUE, ACTIVE);
        var paid = new PaymentStatement(120, PaymentOutcome.PAID, "in_1");

        assertThat(ProviderStatements.none()
                        .with(paid)
                        .with(late)
                        .withPaymentOf(late, 100)
                        .payment())
                .isEqualTo(paid);
    }

    @Test
    void keepsTwentySubscriptionsAndForgetsEndedOnesFirst() {
        var all = ProviderStatements.none().with(said("living", 1, SubscriptionChange.CREATED, ACTIVE, null));
        for (var name : IntStream.range(0, 20).mapToObj(n -> "ended-" + n).toList()) {
            all = all.with(said(name, 50, SubscriptionChange.DELETED, CANCELED, null));
        }

        assertThat(all.subscriptions()).hasSize(20);
        assertThat(all.current().map(SubscriptionStatement::subscription)).contains("living");
    }

    private static <T> List<List<T>> orders(List<T> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
        for (var first : of) {
            var rest = new ArrayList<>(of);
            rest.remove(first);
            orders(rest)
                    .forEach(order -> all.add(
                            Stream.concat(Stream.of(first), order.stream()).toList()));
        }
        return all;
    }
}

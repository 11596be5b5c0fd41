package dev.atelier.workspace.billing.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The relevant statements of the provider about a customer. Statements may be added in any order and more than once:
 * the result is the same.
 *
 * @param subscriptions the newest statement of each subscription, the last {@value #MOST} of them
 * @param payment the newest statement about payments; null if there is none
 */
public record ProviderStatements(
        List<SubscriptionStatement> subscriptions, @Nullable PaymentStatement payment) {
    private static final int MOST = 20;

    /** Ended subscriptions are dropped first, then those that began first. */
    private static final Comparator<SubscriptionStatement> TO_FORGET = Comparator.comparing(
                    (SubscriptionStatement one) -> !one.ended())
            .thenComparingLong(SubscriptionStatement::begun);

    public ProviderStatements {
        subscriptions = List.copyOf(subscriptions);
    }

    public static ProviderStatements none() {
        return new ProviderStatements(List.of(), null);
    }

    /** Adds a statement; changes nothing if a newer one of the same subscription is known. */
    public ProviderStatements with(SubscriptionStatement statement) {
        var known = of(statement.subscription());
        if (known.isPresent() && !statement.isNewerThan(known.get())) {
            return this;
        }
        var all = new ArrayList<>(subscriptions);
        known.ifPresent(all::remove);
        all.add(known.map(statement::mergedWith).orElse(statement));
        if (all.size() > MOST) {
            all.remove(all.stream().min(TO_FORGET).orElseThrow());
        }
        return new ProviderStatements(all, payment);
    }

    /** Adds a statement; changes nothing if a newer one is known. */
    public ProviderStatements with(PaymentStatement statement) {
        return statement.isNewerThan(payment) ? new ProviderStatements(subscriptions, statement) : this;
    }

    /**
     * Sets the payment outcome to that of the current subscription at this event. It replaces a statement of the same
     * subscription and second.
     */
    public ProviderStatements withPaymentOf(SubscriptionStatement current, long at) {
        if (current.status() == null) {
            return this;
        }
        var statement = new PaymentStatement(at, current.status().sign(), current.subscription());
        var replaced = payment != null && payment.at() == at && payment.source().equals(current.subscription());
        return replaced ? new ProviderStatements(subscriptions, statement) : with(statement);
    }

    /** Returns the subscription that applies: of those that have not ended, the one that began last. */
    public Optional<SubscriptionStatement> current() {
        return subscriptions.stream()
                .filter(one -> !one.ended())
                .max(Comparator.comparingLong(SubscriptionStatement::begun)
                        .thenComparing(SubscriptionStatement::subscription));
    }

    /** Returns whether there were subscriptions and all have ended. */
    public boolean ended() {
        return !subscriptions.isEmpty() && current().isEmpty();
    }

    private Optional<SubscriptionStatement> of(String subscription) {
        return subscriptions.stream()
                .filter(one -> one.subscription().equals(subscription))
                .findAny();
    }
}

package dev.atelier.workspace.billing.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that counts of what the provider said of a customer. Statements may be added in any order and more than once: the result is the same.
 *
 * @param subscriptions the newest statement of each subscription, the last {@value #MOST} of them
 * @param payment the newest of payments; null where nothing was said
 */
public record ProviderStatements(
        List<SubscriptionStatement> subscriptions, @Nullable PaymentStatement payment) {
    private static final int MOST = 20;

    /** Ended ones are forgotten first, then those that began first. */
    private static final Comparator<SubscriptionStatement> TO_FORGET = Comparator.comparing(
                    (SubscriptionStatement one) -> !one.ended())
            .thenComparingLong(SubscriptionStatement::begun);

    public ProviderStatements {
        subscriptions = List.copyOf(subscriptions);
    }

    public static ProviderStatements none() {
        return new ProviderStatements(List.of(), null);
    }

    /** With this statement; unchanged where a newer one of the same subscription is known. */
    public ProviderStatements with(SubscriptionStatement statement) {
        var known = of(statement.subscription());
        if (known.isPresent() && !statement.isNewerThan(known.get())) {
            return this;
        }
        var all = new ArrayList<>(subscriptions);
        known.ifPresent(all::remove);
        all.add(known.map(statement::after).orElse(statement));
        if (all.size() > MOST) {
            all.remove(all.stream().min(TO_FORGET).orElseThrow());
        }
        return new ProviderStatements(all, payment);
    }

    /** With this statement; unchanged where a newer one is known. */
    public ProviderStatements with(PaymentStatement statement) {
        return statement.isNewerThan(payment) ? new ProviderStatements(subscriptions, statement) : this;
    }

    /** As the subscription that counts says since this event; what the same subscription said before in the same second gives way. */
    public ProviderStatements paidAs(SubscriptionStatement current, long at) {
        if (current.status() == null) {
            return this;
        }
        var statement = new PaymentStatement(at, current.status().sign(), current.subscription());
        var replaced = payment != null && payment.at() == at && payment.source().equals(current.subscription());
        return replaced ? new ProviderStatements(subscriptions, statement) : with(statement);
    }

    /** The subscription that counts: of those that have not ended the one that began last. */
    public Optional<SubscriptionStatement> current() {
        return subscriptions.stream()
                .filter(one -> !one.ended())
                .max(Comparator.comparingLong(SubscriptionStatement::begun)
                        .thenComparing(SubscriptionStatement::subscription));
    }

    /** Whether there were subscriptions and none is left. */
    public boolean ended() {
        return !subscriptions.isEmpty() && current().isEmpty();
    }

    private Optional<SubscriptionStatement> of(String subscription) {
        return subscriptions.stream()
                .filter(one -> one.subscription().equals(subscription))
                .findAny();
    }
}

package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.PaymentState;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.billing.Account;
import dev.atelier.workspace.billing.Accounts;
import dev.atelier.workspace.billing.invoice.Invoices;
import dev.atelier.workspace.plan.Plans;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Does what Stripe says, once, whatever comes how often and in which order: of a subscription and of an invoice what happened
 * last counts, and an ended subscription stays ended.
 */
@Component
class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final Linking linking;
    private final Accounts accounts;
    private final Invoices invoices;
    private final Workspaces workspaces;
    private final Plans plans;
    private final MongoTemplate mongo;
    private final Transactions transactions;
    private final Clock clock;

    Hearing(
            Linking linking,
            Accounts accounts,
            Invoices invoices,
            Workspaces workspaces,
            Plans plans,
            MongoTemplate mongo,
            Transactions transactions,
            Clock clock) {
        this.linking = linking;
        this.accounts = accounts;
        this.invoices = invoices;
        this.workspaces = workspaces;
        this.plans = plans;
        this.mongo = mongo;
        this.transactions = transactions;
        this.clock = clock;
    }

    void hear(StripeEvent event) {
        if (!KnownType.of(event.type())) {
            return;
        }
        transactions.run(() -> {
            if (mongo.findById(event.id(), Delivery.class) != null) {
                return;
            }
            var account = linking.account(event);
            if (account == null) {
                LOG.warn("Stripe's event {} is about no workspace that is known; it can be sent again.", event.id());
                return;
            }
            mongo.insert(new Delivery(event.id(), clock.instant()));
            if (event.type().startsWith(KnownType.SUBSCRIPTION)) {
                subscription(event, account);
            } else if (event.type().startsWith(KnownType.INVOICE)) {
                invoice(event, account);
            }
        });
    }

    private void subscription(StripeEvent event, Account account) {
        var id = event.text("id");
        boolean end = event.type().equals(KnownType.SUBSCRIPTION_DELETED);
        if (id == null || !account.isNews(id, event.created(), end)) {
            return;
        }
        accounts.store(account.heard(id, event.created(), end));
        var workspace = account.workspaceId();
        if (end) {
            var usual = plans.usual();
            workspaces.move(workspace, usual.name(), usual.limits(), null);
            workspaces.pay(workspace, PaymentState.CURRENT, null);
            return;
        }
        var prices = new ArrayList<String>();
        for (var item : event.object().path("items").path("data")) {
            add(prices, StripeEvent.text(item.path("price"), "id"));
            add(prices, StripeEvent.text(item.path("price"), "lookup_key"));
        }
        plans.ofPrices(prices)
                .ifPresentOrElse(
                        plan -> plans.limits(plan).ifPresent(limits -> workspaces.move(workspace, plan, limits, null)),
                        () -> LOG.warn(
                                "No plan has the prices {} of workspace {}; it keeps its own.", prices, workspace));
        var payment = payment(event.text("status"));
        if (payment != null) {
            workspaces.pay(workspace, payment, null);
        }
    }

    private void invoice(StripeEvent event, Account account) {
        var invoice = StripeInvoice.of(event, account.workspaceId());
        if (invoice != null) {
            invoices.note(invoice);
        }
        if (event.created() <= account.paidAt()) {
            return;
        }
        var payment = workspaces.plan(account.workspaceId()).payment();
        if (event.type().equals("invoice.payment_failed")) {
            accounts.store(account.paid(event.created()));
            if (payment == PaymentState.CURRENT && !account.ended()) {
                workspaces.pay(account.workspaceId(), PaymentState.PAST_DUE, null);
            }
        } else if (event.type().equals("invoice.paid")) {
            accounts.store(account.paid(event.created()));
            if (payment == PaymentState.PAST_DUE) {
                workspaces.pay(account.workspaceId(), PaymentState.CURRENT, null);
            }
        }
    }

    private static @Nullable PaymentState payment(@Nullable String status) {
        return switch (status) {
            case "active", "trialing" -> PaymentState.CURRENT;
            case "past_due", "incomplete" -> PaymentState.PAST_DUE;
            case "unpaid", "paused", "incomplete_expired" -> PaymentState.SUSPENDED;
            case null, default -> null;
        };
    }

    private static void add(List<String> prices, @Nullable String price) {
        if (price != null) {
            prices.add(price);
        }
    }
}

package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.PaymentState;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.billing.Account;
import dev.atelier.workspace.billing.Accounts;
import dev.atelier.workspace.billing.invoice.Invoices;
import dev.atelier.workspace.billing.statement.PaymentSign;
import dev.atelier.workspace.billing.statement.PaymentStatement;
import dev.atelier.workspace.billing.statement.ProviderStatements;
import dev.atelier.workspace.billing.statement.SubscriptionStatement;
import dev.atelier.workspace.plan.Plans;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Does what Stripe says, once, whatever comes how often and in which order: of a subscription and of an invoice what happened
 * last counts, and an ended subscription stays ended. What is about no workspace that is known waits until its customer is linked with one.
 */
@Component
class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final Linking linking;
    private final UnplacedEventStore unplaced;
    private final Accounts accounts;
    private final Invoices invoices;
    private final Workspaces workspaces;
    private final Plans plans;
    private final MongoTemplate mongo;
    private final Transactions transactions;
    private final Clock clock;

    Hearing(
            Linking linking,
            UnplacedEventStore unplaced,
            Accounts accounts,
            Invoices invoices,
            Workspaces workspaces,
            Plans plans,
            MongoTemplate mongo,
            Transactions transactions,
            Clock clock) {
        this.linking = linking;
        this.unplaced = unplaced;
        this.accounts = accounts;
        this.invoices = invoices;
        this.workspaces = workspaces;
        this.plans = plans;
        this.mongo = mongo;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes an event.
     *
     * @throws TooManyUnplacedEvents where as many of its customer wait as may wait
     */
    void hear(StripeEvent event) {
        if (!KnownType.of(event.type())) {
            return;
        }
        transactions.run(() -> {
            if (mongo.findById(event.id(), Delivery.class) != null) {
                return;
            }
            var customer = linking.customer(event);
            if (customer == null) {
                LOG.warn("Stripe's event {} names no customer; it is passed over.", event.id());
                return;
            }
            var account = linking.account(event, customer);
            if (account != null) {
                apply(event, account.workspaceId());
            } else if (!event.type().equals(KnownType.CHECKOUT)) {
                unplaced.keep(event, customer);
                LOG.info("Stripe's event {} waits until its customer is linked with a workspace.", event.id());
            } else {
                LOG.warn("Stripe's checkout {} carries no valid reference; link its customer by hand.", event.id());
            }
        });
    }

    /** Lets an event take effect in its workspace. In the caller's transaction. */
    void apply(StripeEvent event, WorkspaceId workspace) {
        Transactions.demand("an event of the payment provider");
        if (mongo.findById(event.id(), Delivery.class) != null) {
            return;
        }
        mongo.insert(new Delivery(event.id(), clock.instant()));
        var account = accounts.of(workspace);
        if (event.type().startsWith(KnownType.SUBSCRIPTION)) {
            subscription(event, account);
        } else if (event.type().startsWith(KnownType.INVOICE)) {
            invoice(event, account);
        }
    }

    private void subscription(StripeEvent event, Account account) {
        var statement = StripeSubscription.of(event, plans);
        if (statement == null) {
            return;
        }
        var before = account.statements();
        var after = before.with(statement);
        if (after.equals(before)) {
            return;
        }
        var current = after.current().orElse(null);
        if (current == null) {
            end(account, after, event);
        } else if (Objects.equals(current, before.current().orElse(null))) {
            accounts.store(account.with(after));
        } else {
            follow(account, after, current, event.created());
        }
    }

    private void end(Account account, ProviderStatements after, StripeEvent event) {
        var ended = new PaymentStatement(event.created(), PaymentSign.ENDED, String.valueOf(event.text("id")));
        accounts.store(account.with(after.with(ended)));
        var usual = plans.usual();
        workspaces.move(account.workspaceId(), usual.name(), usual.limits(), null);
        workspaces.pay(account.workspaceId(), PaymentState.CURRENT, null);
    }

    private void follow(Account account, ProviderStatements after, SubscriptionStatement current, long at) {
        var workspace = account.workspaceId();
        var paid = after.paidAs(current, at);
        accounts.store(account.with(paid));
        var plan = current.plan();
        if (plan != null) {
            plans.limits(plan).ifPresent(limits -> workspaces.move(workspace, plan, limits, null));
        }
        var payment = paid.payment();
        if (payment != null && !paid.equals(after)) {
            workspaces.pay(workspace, payment.sign().state(), null);
        }
    }

    private void invoice(StripeEvent event, Account account) {
        var invoice = StripeInvoice.of(event, account.workspaceId());
        if (invoice != null) {
            invoices.note(invoice);
        }
        var sign = PaymentSign.ofInvoice(event.type());
        if (sign == null) {
            return;
        }
        var before = account.statements();
        var after = before.with(new PaymentStatement(event.created(), sign, String.valueOf(event.text("id"))));
        if (after.equals(before)) {
            return;
        }
        accounts.store(account.with(after));
        var payment = workspaces.plan(account.workspaceId()).payment();
        boolean mended = sign == PaymentSign.PAID && payment == PaymentState.PAST_DUE;
        boolean failed = sign == PaymentSign.PAYMENT_FAILED && payment == PaymentState.CURRENT && !after.ended();
        if (mended || failed) {
            workspaces.pay(account.workspaceId(), sign.state(), null);
        }
    }
}

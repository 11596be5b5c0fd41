package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.PaymentState;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.billing.BillingAccount;
import dev.atelier.workspace.billing.BillingAccountStore;
import dev.atelier.workspace.billing.invoice.InvoiceStore;
import dev.atelier.workspace.billing.statement.PaymentOutcome;
import dev.atelier.workspace.billing.statement.PaymentStatement;
import dev.atelier.workspace.billing.statement.ProviderStatements;
import dev.atelier.workspace.billing.statement.SubscriptionStatement;
import dev.atelier.workspace.plan.PlanCatalogue;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Applies each Stripe event once, in whatever order they arrive and however often. The latest event of a subscription
 * or invoice applies, and an ended subscription stays ended. An event of an unknown workspace waits until its customer
 * is linked with one.
 */
@Component
class StripeEventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StripeEventHandler.class);

    private final StripeCustomerResolver stripeCustomerResolver;
    private final UnplacedStripeEventStore unplaced;
    private final BillingAccountStore billingAccountStore;
    private final InvoiceStore invoiceStore;
    private final WorkspaceStore workspaceStore;
    private final PlanCatalogue planCatalogue;
    private final MongoTemplate mongo;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    StripeEventHandler(
            StripeCustomerResolver stripeCustomerResolver,
            UnplacedStripeEventStore unplaced,
            BillingAccountStore billingAccountStore,
            InvoiceStore invoiceStore,
            WorkspaceStore workspaceStore,
            PlanCatalogue planCatalogue,
            MongoTemplate mongo,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.stripeCustomerResolver = stripeCustomerResolver;
        this.unplaced = unplaced;
        this.billingAccountStore = billingAccountStore;
        this.invoiceStore = invoiceStore;
        this.workspaceStore = workspaceStore;
        this.planCatalogue = planCatalogue;
        this.mongo = mongo;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /**
     * Handles an event.
     *
     * @throws TooManyUnplacedEvents if too many events of its customer are already waiting
     */
    void hear(StripeEvent event) {
        if (!StripeEventType.of(event.type())) {
            return;
        }
        transactionRunner.run(() -> {
            if (mongo.findById(event.id(), ProcessedStripeEventDocument.class) != null) {
                return;
            }
            var customer = stripeCustomerResolver.customer(event);
            if (customer == null) {
                LOG.warn("Ignored Stripe event {}: it contains no customer.", event.id());
                return;
            }
            var account = stripeCustomerResolver.account(event, customer);
            if (account != null) {
                apply(event, account.workspaceId());
            } else if (!event.type().equals(StripeEventType.CHECKOUT)) {
                unplaced.keep(event, customer);
                LOG.info("Stripe event {} waits until its customer is linked with a workspace.", event.id());
            } else {
                LOG.warn(
                        "Ignored Stripe checkout {}: it has no valid reference. Link its customer manually.",
                        event.id());
            }
        });
    }

    /** Applies an event to its workspace, in the caller's transaction. */
    void apply(StripeEvent event, WorkspaceId workspace) {
        TransactionRunner.demand("applying an event of the payment provider");
        if (mongo.findById(event.id(), ProcessedStripeEventDocument.class) != null) {
            return;
        }
        mongo.insert(new ProcessedStripeEventDocument(event.id(), clock.instant()));
        var account = billingAccountStore.of(workspace);
        if (event.type().startsWith(StripeEventType.SUBSCRIPTION)) {
            subscription(event, account);
        } else if (event.type().startsWith(StripeEventType.INVOICE)) {
            invoice(event, account);
        }
    }

    private void subscription(StripeEvent event, BillingAccount account) {
        var statement = StripeSubscriptionMapper.of(event, planCatalogue);
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
            billingAccountStore.store(account.with(after));
        } else {
            follow(account, after, current, event.created());
        }
    }

    private void end(BillingAccount account, ProviderStatements after, StripeEvent event) {
        var ended = new PaymentStatement(event.created(), PaymentOutcome.ENDED, String.valueOf(event.text("id")));
        billingAccountStore.store(account.with(after.with(ended)));
        var usual = planCatalogue.usual();
        workspaceStore.move(account.workspaceId(), usual.name(), usual.limits(), null);
        workspaceStore.pay(account.workspaceId(), PaymentState.CURRENT, null);
    }

    private void follow(BillingAccount account, ProviderStatements after, SubscriptionStatement current, long at) {
        var workspace = account.workspaceId();
        var paid = after.paidAs(current, at);
        billingAccountStore.store(account.with(paid));
        var plan = current.plan();
        if (plan != null) {
            planCatalogue.limits(plan).ifPresent(limits -> workspaceStore.move(workspace, plan, limits, null));
        }
        var payment = paid.payment();
        if (payment != null && !paid.equals(after)) {
            workspaceStore.pay(workspace, payment.sign().state(), null);
        }
    }

    private void invoice(StripeEvent event, BillingAccount account) {
        var invoice = StripeInvoiceMapper.of(event, account.workspaceId());
        if (invoice != null) {
            invoiceStore.note(invoice);
        }
        var sign = PaymentOutcome.ofInvoice(event.type());
        if (sign == null) {
            return;
        }
        var before = account.statements();
        var after = before.with(new PaymentStatement(event.created(), sign, String.valueOf(event.text("id"))));
        if (after.equals(before)) {
            return;
        }
        billingAccountStore.store(account.with(after));
        var payment = workspaceStore.plan(account.workspaceId()).payment();
        boolean mended = sign == PaymentOutcome.PAID && payment == PaymentState.PAST_DUE;
        boolean failed = sign == PaymentOutcome.PAYMENT_FAILED && payment == PaymentState.CURRENT && !after.ended();
        if (mended || failed) {
            workspaceStore.pay(account.workspaceId(), sign.state(), null);
        }
    }
}

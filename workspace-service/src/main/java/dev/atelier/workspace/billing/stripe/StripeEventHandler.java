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
    void handle(StripeEvent event) {
        if (!StripeEventType.isHandled(event.type())) {
            return;
        }
        transactionRunner.run(() -> {
            if (mongo.findById(event.id(), ProcessedStripeEventDocument.class) != null) {
                return;
            }
            var customer = stripeCustomerResolver.findCustomer(event);
            if (customer == null) {
                LOG.warn("Ignored Stripe event {}: it contains no customer.", event.id());
                return;
            }
            var account = stripeCustomerResolver.findAccount(event, customer);
            if (account != null) {
                apply(event, account.workspaceId());
            } else if (!event.type().equals(StripeEventType.CHECKOUT)) {
                unplaced.store(event, customer);
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
        TransactionRunner.requireTransaction("applying an event of the payment provider");
        if (mongo.findById(event.id(), ProcessedStripeEventDocument.class) != null) {
            return;
        }
        mongo.insert(new ProcessedStripeEventDocument(event.id(), clock.instant()));
        var account = billingAccountStore.find(workspace);
        if (event.type().startsWith(StripeEventType.SUBSCRIPTION)) {
            applySubscription(event, account);
        } else if (event.type().startsWith(StripeEventType.INVOICE)) {
            applyInvoice(event, account);
        }
    }

    private void applySubscription(StripeEvent event, BillingAccount account) {
        var statement = StripeSubscriptionMapper.map(event, planCatalogue);
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
            endSubscriptions(account, after, event);
        } else if (Objects.equals(current, before.current().orElse(null))) {
            billingAccountStore.save(account.with(after));
        } else {
            applyCurrent(account, after, current, event.created());
        }
    }

    private void endSubscriptions(BillingAccount account, ProviderStatements after, StripeEvent event) {
        var ended = new PaymentStatement(event.created(), PaymentOutcome.ENDED, String.valueOf(event.text("id")));
        billingAccountStore.save(account.with(after.with(ended)));
        var usual = planCatalogue.defaultPlan();
        workspaceStore.changePlan(account.workspaceId(), usual.name(), usual.limits(), null);
        workspaceStore.changePayment(account.workspaceId(), PaymentState.CURRENT, null);
    }

    private void applyCurrent(
            BillingAccount account, ProviderStatements after, SubscriptionStatement current, long at) {
        var workspace = account.workspaceId();
        var paid = after.withPaymentOf(current, at);
        billingAccountStore.save(account.with(paid));
        var plan = current.plan();
        if (plan != null) {
            planCatalogue
                    .findLimits(plan)
                    .ifPresent(limits -> workspaceStore.changePlan(workspace, plan, limits, null));
        }
        var payment = paid.payment();
        if (payment != null && !paid.equals(after)) {
            workspaceStore.changePayment(workspace, payment.sign().state(), null);
        }
    }

    private void applyInvoice(StripeEvent event, BillingAccount account) {
        var invoice = StripeInvoiceMapper.map(event, account.workspaceId());
        if (invoice != null) {
            invoiceStore.save(invoice);
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
        billingAccountStore.save(account.with(after));
        var payment = workspaceStore.plan(account.workspaceId()).payment();
        boolean mended = sign == PaymentOutcome.PAID && payment == PaymentState.PAST_DUE;
        boolean failed = sign == PaymentOutcome.PAYMENT_FAILED && payment == PaymentState.CURRENT && !after.ended();
        if (mended || failed) {
            workspaceStore.changePayment(account.workspaceId(), sign.state(), null);
        }
    }
}

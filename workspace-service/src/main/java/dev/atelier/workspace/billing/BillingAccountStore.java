package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Stores which workspace is linked with which customer of the payment provider. Changes run in the caller's
 * transaction.
 */
@Component
public class BillingAccountStore {
    private final BillingAccountRepository documents;
    private final ApplicationEventPublisher publisher;

    BillingAccountStore(BillingAccountRepository documents, ApplicationEventPublisher publisher) {
        this.documents = documents;
        this.publisher = publisher;
    }

    public BillingAccount find(WorkspaceId workspace) {
        return documents
                .findByWorkspaceId(workspace)
                .map(BillingAccountDocument::account)
                .orElseGet(() -> BillingAccount.of(workspace));
    }

    public Optional<BillingAccount> findByCustomer(String customer) {
        return documents.findByCustomer(customer).map(BillingAccountDocument::account);
    }

    /**
     * Links the workspace with a customer, or with none. Earlier events of the customer take effect now.
     *
     * @throws CustomerTaken if another workspace is linked with this customer
     */
    public BillingAccount link(WorkspaceId workspace, @Nullable String customer) {
        var account = find(workspace);
        if (Objects.equals(account.customer(), customer)) {
            return account;
        }
        if (customer != null && documents.findByCustomer(customer).isPresent()) {
            throw new CustomerTaken();
        }
        var linked = account.with(customer);
        save(linked);
        if (customer == null) {
            return linked;
        }
        publisher.publishEvent(new CustomerLinked(workspace, customer));
        return find(workspace);
    }

    public void save(BillingAccount account) {
        var workspace = account.workspaceId();
        var lock = documents
                .findByWorkspaceId(workspace)
                .map(BillingAccountDocument::lock)
                .orElse(null);
        documents.save(new BillingAccountDocument(workspace.value(), lock, workspace, account.customer(), account));
    }
}

package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Which workspace pays as which customer of the payment provider; changed in the caller's transaction. */
@Component
public class Accounts {
    private final AccountDocuments documents;
    private final ApplicationEventPublisher publisher;

    Accounts(AccountDocuments documents, ApplicationEventPublisher publisher) {
        this.documents = documents;
        this.publisher = publisher;
    }

    public Account of(WorkspaceId workspace) {
        return documents
                .findByWorkspaceId(workspace)
                .map(StoredAccount::account)
                .orElseGet(() -> Account.of(workspace));
    }

    public Optional<Account> ofCustomer(String customer) {
        return documents.findByCustomer(customer).map(StoredAccount::account);
    }

    /**
     * From now on the workspace pays as this customer, or as none; what the provider said of the customer before takes effect now.
     *
     * @throws CustomerTaken where another workspace does
     */
    public Account link(WorkspaceId workspace, @Nullable String customer) {
        var account = of(workspace);
        if (Objects.equals(account.customer(), customer)) {
            return account;
        }
        if (customer != null && documents.findByCustomer(customer).isPresent()) {
            throw new CustomerTaken();
        }
        var linked = account.with(customer);
        store(linked);
        if (customer == null) {
            return linked;
        }
        publisher.publishEvent(new CustomerLinked(workspace, customer));
        return of(workspace);
    }

    public void store(Account account) {
        var workspace = account.workspaceId();
        var lock =
                documents.findByWorkspaceId(workspace).map(StoredAccount::lock).orElse(null);
        documents.save(new StoredAccount(workspace.value(), lock, workspace, account.customer(), account));
    }
}

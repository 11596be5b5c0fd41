package dev.atelier.identity.account;

/** Is called in the transaction that deactivates or reactivates an account. */
public interface AccountStatusListener {
    void shut(Account account);

    void opened(Account account);
}

package dev.atelier.identity.account;

/** Is called in the transaction that deactivates or reactivates an account. */
public interface AccountStatusListener {
    void onDeactivated(Account account);

    void onReactivated(Account account);
}

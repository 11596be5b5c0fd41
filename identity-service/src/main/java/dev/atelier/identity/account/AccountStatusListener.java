package dev.atelier.identity.account;

/** Learns that an account was shut or opened, in the transaction that does so. */
public interface AccountStatusListener {
    void shut(Account account);

    void opened(Account account);
}

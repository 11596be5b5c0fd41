package dev.atelier.kit.crypto;

/** Makes signers of short data that goes out and comes back, under keys derived from the installation's master keys. */
public final class PayloadSigners {
    private final MasterKeys masters;

    PayloadSigners(MasterKeys masters) {
        this.masters = masters;
    }

    /**
     * A signer for one use.
     *
     * @param use its name for ever, {@code atelier/checkout-reference/1}
     */
    public SignedPayloads signer(String use) {
        return new SignedPayloads(use, masters.encoded());
    }
}

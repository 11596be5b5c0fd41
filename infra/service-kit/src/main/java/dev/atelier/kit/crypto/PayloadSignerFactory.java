package dev.atelier.kit.crypto;

/** Makes signers of short data that goes out and comes back, under keys derived from the installation's master keys. */
public final class PayloadSignerFactory {
    private final MasterKeyRing masters;

    PayloadSignerFactory(MasterKeyRing masters) {
        this.masters = masters;
    }

    /**
     * A signer for one use.
     *
     * @param use its name for ever, {@code atelier/checkout-reference/1}
     */
    public PayloadSigner signer(String use) {
        return new PayloadSigner(use, masters.encoded());
    }
}

package dev.atelier.kit.crypto;

/** Creates {@link PayloadSigner}s with keys derived from the installation's master keys. */
public final class PayloadSignerFactory {
    private final MasterKeyRing masters;

    PayloadSignerFactory(MasterKeyRing masters) {
        this.masters = masters;
    }

    /**
     * Creates a signer for one use.
     *
     * @param use its name, which must never change, such as {@code atelier/checkout-reference/1}
     */
    public PayloadSigner createSigner(String use) {
        return new PayloadSigner(use, masters.encoded());
    }
}

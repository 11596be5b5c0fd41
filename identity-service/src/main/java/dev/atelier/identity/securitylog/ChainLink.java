package dev.atelier.identity.securitylog;

/** An entry as a link of the chain. */
public sealed interface ChainLink permits SecurityLogEntry {
    /** From 1, without gaps. */
    long sequence();

    /** In hexadecimal. */
    String hash();

    /** Whether the entry is unchanged and follows the entry of this hash. */
    boolean follows(String previous);
}

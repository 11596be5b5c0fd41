package dev.atelier.workspace.fact;

/** An aggregate that counts the facts it said, from 1 and without gaps. */
public interface Counted {
    /** How many facts it has said so far. */
    long sequence();
}

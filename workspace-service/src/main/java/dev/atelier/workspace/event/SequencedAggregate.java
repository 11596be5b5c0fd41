package dev.atelier.workspace.event;

/** An aggregate that counts the facts it said, from 1 and without gaps. */
public interface SequencedAggregate {
    /** How many facts it has said so far. */
    long sequence();
}

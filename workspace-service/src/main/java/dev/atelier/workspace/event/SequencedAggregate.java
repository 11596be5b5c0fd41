package dev.atelier.workspace.event;

/** An aggregate that numbers its events, from 1 and without gaps. */
public interface SequencedAggregate {
    /** Returns how many events it has published so far. */
    long sequence();
}

package dev.atelier.kit.work;

/** Threads that work by themselves; beans of this type belong to the readiness of their service. */
public interface WorkerPool {
    String name();

    /** How many threads there should be; 0 while it is not started. */
    int size();

    /** How many threads there are. */
    int alive();
}

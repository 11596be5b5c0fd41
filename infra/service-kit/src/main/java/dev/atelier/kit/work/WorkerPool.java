package dev.atelier.kit.work;

/** Threads that run in the background. Beans of this type are part of the readiness of their service. */
public interface WorkerPool {
    String name();

    /** Returns how many threads there should be; 0 while the pool is not started. */
    int size();

    /** Returns how many threads are alive. */
    int alive();
}

package dev.atelier.kit.work;

import dev.atelier.kit.mongo.LeaseStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Creates the scheduled tasks of a service; the service declares each as a bean, which starts and stops with the application. */
public final class LeasedTaskFactory {
    private final LeaseStore leaseStore;
    private final MeterRegistry meters;

    LeasedTaskFactory(LeaseStore leaseStore, MeterRegistry meters) {
        this.leaseStore = leaseStore;
        this.meters = meters;
    }

    /**
     * Creates a task.
     *
     * @param name in kebab-case, unique in the service; it names the lease, which is stored
     * @param pause between the end of one run and the start of the next
     * @param task one run; it gets a check that tells whether it may go on: false when the instance stops or has lost the lease
     */
    public LeasedTask createTask(String name, Duration pause, Consumer<BooleanSupplier> task) {
        return new LeasedTask(name, pause, leaseStore, meters, task);
    }
}

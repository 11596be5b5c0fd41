package dev.atelier.stack;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.PortInUse;
import dev.atelier.backing.kafka.Kafka;
import dev.atelier.backing.keycloak.Keycloak;
import dev.atelier.backing.mail.CaughtMailFolder;
import dev.atelier.backing.mongo.MongoDb;
import dev.atelier.stack.supervision.FrozenProcess;
import dev.atelier.stack.supervision.PartOutage;
import dev.atelier.stack.supervision.PartSupervisor;
import dev.atelier.stack.supervision.SupervisedPart;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A complete Atelier on this machine: four backing services and six services, each in its own process, restarted when
 * they die.
 */
public final class LocalStack implements AutoCloseable {
    private final StackOptions options;
    private final InstallationSecrets secrets;
    private final RunningStackState runningStackState;
    private final RunningStackState.StackClaim claim;
    private final StackAssembler stackAssembler;
    private final StackAssembler.StackParts parts;
    private final PartSupervisor partSupervisor;

    private LocalStack(StackOptions options, RunningStackState runningStackState, RunningStackState.StackClaim claim) {
        this.options = options;
        this.runningStackState = runningStackState;
        this.claim = claim;
        this.secrets =
                InstallationSecrets.of(options.directory(), options.ports().of("mail"));
        this.stackAssembler = new StackAssembler(options, secrets);
        this.partSupervisor = new PartSupervisor(options.progress(), this::publish);
        runningStackState.publish(
                Map.of("supervisor.pid", String.valueOf(ProcessHandle.current().pid())));
        var interrupted = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            this.parts = stackAssembler.assemble();
        } catch (PortInUse e) {
            stop();
            throw e;
        } catch (BackingServiceFailed e) {
            stop();
            throw new BackingServiceFailed(
                    "%s%nAll other parts were stopped in order; their data stays. To go on: infra/atelier up"
                            .formatted(e.getMessage()),
                    e);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
        stackAssembler.started().forEach(partSupervisor::keep);
        publish();
    }

    /**
     * Starts all parts and returns when they are ready. The stack is stopped in order when this JVM shuts down.
     *
     * @throws BackingServiceFailed if a part cannot be started, a port is in use, less than 1 GB of disk is free, or a
     *     stack runs on the folder already; the parts that had started are stopped
     */
    public static LocalStack start(StackOptions options) {
        Installation.requireDisk(options.directory());
        var runningStackState = new RunningStackState(options.directory());
        var claim = runningStackState
                .claim()
                .orElseThrow(() -> new BackingServiceFailed("Atelier runs here already, at "
                        + runningStackState
                                .lastState()
                                .getOrDefault("gateway.address", "an address that is known when it is ready")));
        return new LocalStack(options, runningStackState, claim);
    }

    /** The address of the gateway, without a trailing slash. */
    public URI gateway() {
        return URI.create("http://127.0.0.1:" + options.ports().of("gateway"));
    }

    /** The address of a service itself, behind the gateway. */
    public URI address(String service) {
        return URI.create("http://127.0.0.1:" + options.ports().of(service));
    }

    /** The realm's address, for {@link dev.atelier.backing.signin.BrowserSignIn}. */
    public String issuerUri() {
        return parts.keycloak().issuerUri();
    }

    public MongoDb mongo() {
        return parts.mongo();
    }

    public Kafka kafka() {
        return parts.kafka();
    }

    public Keycloak keycloak() {
        return parts.keycloak();
    }

    /**
     * Returns the caught mails. Throws {@link BackingServiceFailed} if the mail catcher is not a process of this
     * machine.
     */
    public CaughtMailFolder mails() {
        return parts.mail()
                .folder()
                .orElseThrow(() -> new BackingServiceFailed(
                        "the mails are kept elsewhere: " + parts.mail().page()));
    }

    /** The operator's account and the secrets of the services. */
    public InstallationSecrets secrets() {
        return secrets;
    }

    /** Kills a part as {@code kill -9} does; the supervisor restarts it after a second. */
    public void kill(String part) {
        part(part).kill();
    }

    /** Kills a part as {@code kill -9} does, and restarts it when the outage is closed. */
    public PartOutage outage(String part) {
        partSupervisor.pause(part);
        part(part).kill();
        return new PartOutage(part(part), partSupervisor);
    }

    /** Stops a part by SIGTERM, and restarts it when the outage is closed. */
    public PartOutage pause(String part) {
        partSupervisor.pause(part);
        part(part).stop();
        return new PartOutage(part(part), partSupervisor);
    }

    /** Suspends a part's process, as a machine that hangs, until the result is closed. */
    public FrozenProcess freeze(String part) {
        return FrozenProcess.at(part(part).pid().orElseThrow());
    }

    /** Returns the state of the running stack, as other processes see it. */
    public RunningStackState running() {
        return runningStackState;
    }

    /** The data folder of a backing service of this machine. */
    public Path data(String part) {
        return options.directory().resolve(part).resolve("data");
    }

    /** Returns the present process of each part that is alive. */
    public Map<String, Long> pids() {
        var pids = new TreeMap<String, Long>();
        for (var part : stackAssembler.started()) {
            if (part.alive()) {
                part.pid().ifPresent(pid -> pids.put(part.name(), pid));
            }
        }
        return pids;
    }

    /** Whether a part's process is alive at this moment. */
    public boolean alive(String part) {
        return part(part).alive();
    }

    /** Returns how often a part has been restarted. */
    public int restarts(String part) {
        return partSupervisor.restarts(part);
    }

    /**
     * Starts another instance of a service on a free port. The gateway does not know it, the supervisor does not
     * restart it; the caller closes it.
     */
    public ServiceProcess another(String service) {
        var port = LocalPorts.free();
        return stackAssembler.start(
                ServiceDefinition.named(service), parts.environment(), port, "%s-%d.log".formatted(service, port));
    }

    /**
     * Starts a second instance of a service at the address that all services know in a stack with
     * {@link StackOptions#paired}. The supervisor does not restart it; closing it stops it in order.
     */
    public ServiceProcess second(String service) {
        var port = options.ports().seconds().get(service);
        if (port == null) {
            throw new IllegalArgumentException("this stack has no second address for " + service);
        }
        return stackAssembler.start(ServiceDefinition.named(service), parts.environment(), port, service + "-2.log");
    }

    private SupervisedPart part(String name) {
        return stackAssembler.started().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no part " + name));
    }

    private synchronized void publish() {
        var values = new TreeMap<String, String>();
        values.put("supervisor.pid", String.valueOf(ProcessHandle.current().pid()));
        for (var part : stackAssembler.started()) {
            values.put(part.name() + ".address", part.address());
            values.put(part.name() + ".log", part.log().toString());
            values.put(part.name() + ".restarts", String.valueOf(partSupervisor.restarts(part.name())));
            part.pid().ifPresent(pid -> values.put(part.name() + ".pid", String.valueOf(pid)));
        }
        values.put("ready", "true");
        values.put("issuer", parts.keycloak().issuerUri());
        runningStackState.publish(values);
    }

    /** Stops the services first, then Keycloak, Kafka, MongoDB and the mail catcher. Does nothing the second time. */
    public synchronized void stop() {
        if (!claim.lock().isValid()) {
            return;
        }
        partSupervisor.close();
        options.progress().report("Stopping the services, then Keycloak, Kafka, MongoDB and the mail catcher");
        var inOrder = stackAssembler.started();
        inOrder.parallelStream().filter(ServiceProcess.class::isInstance).forEach(SupervisedPart::stop);
        for (var name : List.of("keycloak", "kafka", "mongodb", "mail")) {
            inOrder.stream().filter(part -> part.name().equals(name)).forEach(SupervisedPart::stop);
        }
        claim.close();
    }

    @Override
    public void close() {
        stop();
    }
}

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

/** A whole Atelier on this machine: four backing parts and six services, each a process of its own, kept running until stopped. */
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
        runningStackState.say(
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
     * Returns once all is ready. Throws {@link BackingServiceFailed}, with all that had started stopped again, when a part cannot be
     * started, a port is in use, less than 1 GB of disk is free, or a stack runs on the folder already. Stops in order when this JVM is
     * asked to end.
     */
    public static LocalStack start(StackOptions options) {
        Installation.requireDisk(options.directory());
        var runningStackState = new RunningStackState(options.directory());
        var claim = runningStackState
                .claim()
                .orElseThrow(() -> new BackingServiceFailed("Atelier runs here already, at "
                        + runningStackState
                                .said()
                                .getOrDefault("gateway.address", "an address it will say once it is ready")));
        return new LocalStack(options, runningStackState, claim);
    }

    /** The one door, without a trailing slash. */
    public URI gateway() {
        return URI.create("http://127.0.0.1:" + options.ports().of("gateway"));
    }

    /** Past the door: where a service itself answers. */
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

    /** What the mail catcher holds. Throws {@link BackingServiceFailed} when it is not a process of this machine. */
    public CaughtMailFolder mails() {
        return parts.mail()
                .folder()
                .orElseThrow(() -> new BackingServiceFailed(
                        "the mails are kept elsewhere: " + parts.mail().page()));
    }

    /** The operator's account and what the services keep to themselves. */
    public InstallationSecrets secrets() {
        return secrets;
    }

    /** Ends a part at once as {@code kill -9} does; the watch starts it again after a second. */
    public void kill(String part) {
        part(part).kill();
    }

    /** Ends a part at once as {@code kill -9} does, and leaves it dead until the outage is closed. */
    public PartOutage outage(String part) {
        partSupervisor.leaveAlone(part);
        part(part).kill();
        return new PartOutage(part(part), partSupervisor);
    }

    /** Ends a part in order, and leaves it so until the outage is closed. */
    public PartOutage pause(String part) {
        partSupervisor.leaveAlone(part);
        part(part).stop();
        return new PartOutage(part(part), partSupervisor);
    }

    /** Stops a part's process where it stands, as a machine that hangs, until it is closed. */
    public FrozenProcess freeze(String part) {
        return FrozenProcess.at(part(part).pid().orElseThrow());
    }

    /** Where it runs, for what another process would find out about it. */
    public RunningStackState running() {
        return runningStackState;
    }

    /** Where a backing part of this machine keeps its data. */
    public Path data(String part) {
        return options.directory().resolve(part).resolve("data");
    }

    /** The process of each part that is alive, as it is now. */
    public Map<String, Long> pids() {
        var pids = new TreeMap<String, Long>();
        for (var part : stackAssembler.started()) {
            if (part.alive()) {
                part.pid().ifPresent(pid -> pids.put(part.name(), pid));
            }
        }
        return pids;
    }

    /** Whether a part's process is there at this moment. */
    public boolean alive(String part) {
        return part(part).alive();
    }

    /** How often a part has died and come back. */
    public int restarts(String part) {
        return partSupervisor.restarts(part);
    }

    /** Another instance of a service on a free port, which the gateway does not know and nobody restarts; close it yourself. */
    public ServiceProcess another(String service) {
        var port = LocalPorts.free();
        return stackAssembler.start(
                ServiceDefinition.named(service), parts.environment(), port, "%s-%d.log".formatted(service, port));
    }

    /**
     * A second instance of a service, which all know in a stack with {@link StackOptions#paired} and nobody restarts; closing it stops
     * it in order.
     */
    public ServiceProcess second(String service) {
        var port = options.ports().seconds().get(service);
        if (port == null) {
            throw new IllegalArgumentException("nobody knows a second " + service);
        }
        return stackAssembler.start(ServiceDefinition.named(service), parts.environment(), port, service + "-2.log");
    }

    private SupervisedPart part(String name) {
        return stackAssembler.started().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no part " + name));
    }

    private void publish() {
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
        runningStackState.say(values);
    }

    /** The services first, then Keycloak, Kafka, MongoDB and the mail catcher. Does nothing the second time. */
    public synchronized void stop() {
        if (!claim.lock().isValid()) {
            return;
        }
        partSupervisor.close();
        options.progress().says("Stopping the services, then Keycloak, Kafka, MongoDB and the mail catcher");
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

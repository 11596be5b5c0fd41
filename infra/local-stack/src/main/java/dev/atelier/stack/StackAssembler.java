package dev.atelier.stack;

import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.kafka.Kafka;
import dev.atelier.backing.keycloak.Keycloak;
import dev.atelier.backing.mail.MailCatcher;
import dev.atelier.backing.mongo.MongoDb;
import dev.atelier.stack.supervision.SupervisedPart;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Starts a stack: the backing services in parallel, then the services in parallel. */
final class StackAssembler {
    private final StackOptions options;
    private final InstallationSecrets secrets;
    private final List<SupervisedPart> started = new CopyOnWriteArrayList<>();

    StackAssembler(StackOptions options, InstallationSecrets secrets) {
        this.options = options;
        this.secrets = secrets;
    }

    /** The parts of a stack that is ready. */
    record StackParts(
            MongoDb mongo, Kafka kafka, Keycloak keycloak, MailCatcher mail, ServiceEnvironment environment) {}

    /** Returns every part that has started so far, in the order of starting. */
    List<SupervisedPart> started() {
        return started;
    }

    /** Returns when all parts are ready. If one fails, the start of the others is cancelled. */
    StackParts assemble() {
        claimPorts();
        try (var starting = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                return assemble(starting);
            } catch (RuntimeException e) {
                starting.shutdownNow();
                throw e;
            }
        }
    }

    private StackParts assemble(ExecutorService starting) {
        var mail = backing("mail", "mail.log", MailCatcher::start, part -> part.smtpHost() + ":" + part.smtpPort());
        var realm = secrets.realm(
                mail.smtpHost(), "http://127.0.0.1:" + options.ports().of("gateway"));
        var keycloak = starting.submit(() -> backing(
                "keycloak",
                "keycloak.log",
                backingServiceOptions -> Keycloak.start(backingServiceOptions, realm),
                Keycloak::url));
        var mongo = starting.submit(() -> backing("mongodb", "mongodb.log", MongoDb::start, MongoDb::uri));
        var kafka = starting.submit(() -> backing("kafka", "kafka.log", Kafka::start, Kafka::bootstrapServers));
        var environment = new ServiceEnvironment(
                options.ports(),
                options.environment(),
                this::currentSecrets,
                result(mongo),
                result(kafka),
                mail,
                options.given()
                        .getOrDefault(
                                "keycloak",
                                "http://127.0.0.1:" + options.ports().of("keycloak")));
        var services = ServiceDefinition.ALL.stream()
                .map(serviceDefinition -> starting.submit(keep(serviceDefinition, environment)))
                .toList();
        services.forEach(StackAssembler::result);
        return new StackParts(result(mongo), result(kafka), result(keycloak), mail, environment);
    }

    /** Checks all ports before any part starts. */
    private void claimPorts() {
        options.ports().byPart().forEach((part, port) -> {
            if (!options.given().containsKey(part)) {
                LocalPorts.claim(part, port);
            }
        });
    }

    private <P extends BackingService> P backing(
            String name, String log, Function<BackingServiceOptions, P> start, Function<P, String> address) {
        var directory = options.directory().resolve(name);
        var backingServiceOptions = BackingServiceOptions.in(directory)
                .at(options.given().get(name))
                .withPort(
                        name.equals("mail")
                                ? secrets.smtpPort()
                                : options.ports().of(name))
                .inContainer(options.inContainers())
                // A folder that is kept has its first start only once.
                .fromTemplate(!options.warm())
                .withProgress(options.progress());
        var began = System.nanoTime();
        var part = start.apply(backingServiceOptions);
        started.add(new BackingServicePart(name, address.apply(part), directory.resolve(log), part));
        ready(part.name(), began);
        return part;
    }

    private Callable<SupervisedPart> keep(ServiceDefinition serviceDefinition, ServiceEnvironment environment) {
        return () -> {
            var began = System.nanoTime();
            var process = start(
                    serviceDefinition,
                    environment,
                    options.ports().of(serviceDefinition.name()),
                    serviceDefinition.name() + ".log");
            started.add(process);
            ready(serviceDefinition.name(), began);
            return process;
        };
    }

    ServiceProcess start(ServiceDefinition serviceDefinition, ServiceEnvironment environment, int port, String log) {
        var jar = ServiceJarExtractor.extracted(serviceDefinition, options.root(), apps());
        return ServiceProcess.start(
                serviceDefinition,
                jar,
                ClassDataSharingArchive.beside(jar, options.warm()).flags(),
                port,
                () -> environment.of(serviceDefinition),
                options.directory().resolve("logs").resolve(log),
                options.progress());
    }

    /** Returns the secrets of the file, which {@code rotate-key} may change; the initial ones if the file is missing. */
    private InstallationSecrets currentSecrets() {
        return InstallationSecrets.kept(options.directory()).orElse(secrets);
    }

    /** The folder of extracted jars, shared by all stacks of the repository. */
    private Path apps() {
        return options.root().resolve(".atelier").resolve("apps");
    }

    private void ready(String name, long began) {
        options.progress().report("%s is ready (%.1f s)".formatted(name, (System.nanoTime() - began) / 1e9));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new BackingServiceFailed("a part could not be started: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingServiceFailed("the start was interrupted", e);
        }
    }
}

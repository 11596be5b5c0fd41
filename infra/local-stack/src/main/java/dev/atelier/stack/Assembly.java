package dev.atelier.stack;

import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.Place;
import dev.atelier.backing.Ports;
import dev.atelier.backing.kafka.Kafka;
import dev.atelier.backing.keycloak.Keycloak;
import dev.atelier.backing.mail.MailCatcher;
import dev.atelier.backing.mongo.MongoDb;
import dev.atelier.stack.secret.Secrets;
import dev.atelier.stack.watch.Kept;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Puts a stack together: backing parts side by side, then the services side by side. */
final class Assembly {
    private final StackOptions options;
    private final Secrets secrets;
    private final List<Kept> started = new CopyOnWriteArrayList<>();

    Assembly(StackOptions options, Secrets secrets) {
        this.options = options;
        this.secrets = secrets;
    }

    /** What stands when all is ready. */
    record Parts(MongoDb mongo, Kafka kafka, Keycloak keycloak, MailCatcher mail, ServiceEnvironment environment) {}

    /** Every part that has started so far, in the order of starting. */
    List<Kept> started() {
        return started;
    }

    /** Returns when all is ready; where a part fails the others' starting is broken off. */
    Parts assemble() {
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

    private Parts assemble(ExecutorService starting) {
        var mail = backing("mail", "mail.log", MailCatcher::start, part -> part.smtpHost() + ":" + part.smtpPort());
        var realm = secrets.realm(
                mail.smtpHost(), "http://127.0.0.1:" + options.ports().of("gateway"));
        var keycloak = starting.submit(
                () -> backing("keycloak", "keycloak.log", place -> Keycloak.start(place, realm), Keycloak::url));
        var mongo = starting.submit(() -> backing("mongodb", "mongodb.log", MongoDb::start, MongoDb::uri));
        var kafka = starting.submit(() -> backing("kafka", "kafka.log", Kafka::start, Kafka::bootstrapServers));
        var environment = new ServiceEnvironment(
                options.ports(),
                options.environment(),
                secrets,
                result(mongo),
                result(kafka),
                mail,
                options.given()
                        .getOrDefault(
                                "keycloak",
                                "http://127.0.0.1:" + options.ports().of("keycloak")));
        var services = Service.ALL.stream()
                .map(service -> starting.submit(keep(service, environment)))
                .toList();
        services.forEach(Assembly::result);
        return new Parts(result(mongo), result(kafka), result(keycloak), mail, environment);
    }

    /** All at once, before anything has started. */
    private void claimPorts() {
        options.ports().byPart().forEach((part, port) -> {
            if (!options.given().containsKey(part)) {
                Ports.claim(part, port);
            }
        });
    }

    private <P extends BackingService> P backing(
            String name, String log, Function<Place, P> start, Function<P, String> address) {
        var directory = options.directory().resolve(name);
        var place = Place.in(directory)
                .at(options.given().get(name))
                .onPort(
                        name.equals("mail")
                                ? secrets.smtpPort()
                                : options.ports().of(name))
                .inContainer(options.inContainers())
                // What stays is started for the first time once.
                .fromTemplate(!options.warm())
                .telling(options.progress());
        var began = System.nanoTime();
        var part = start.apply(place);
        started.add(new BackingPart(name, address.apply(part), directory.resolve(log), part));
        ready(part.name(), began);
        return part;
    }

    private Callable<Kept> keep(Service service, ServiceEnvironment environment) {
        return () -> {
            var began = System.nanoTime();
            var process = start(service, environment, options.ports().of(service.name()), service.name() + ".log");
            started.add(process);
            ready(service.name(), began);
            return process;
        };
    }

    ServiceProcess start(Service service, ServiceEnvironment environment, int port, String log) {
        var jar = Application.extracted(service, options.root(), apps());
        return ServiceProcess.start(
                service,
                jar,
                ClassArchive.beside(jar, options.warm()).flags(),
                port,
                environment.of(service),
                options.directory().resolve("logs").resolve(log),
                options.progress());
    }

    /** Shared by all stacks of the repository. */
    private Path apps() {
        return options.root().resolve(".atelier").resolve("apps");
    }

    private void ready(String name, long began) {
        options.progress().says("%s is ready (%.1f s)".formatted(name, (System.nanoTime() - began) / 1e9));
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
            throw new BackingServiceFailed("the start was broken off", e);
        }
    }
}

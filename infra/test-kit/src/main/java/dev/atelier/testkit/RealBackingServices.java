package dev.atelier.testkit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.kafka.Kafka;
import dev.atelier.backing.keycloak.Keycloak;
import dev.atelier.backing.keycloak.RealmSettings;
import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.backing.mongo.MongoDb;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.backing.signin.MailboxReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;

/**
 * The backing services of this test JVM: each is started at its first use and stopped when the JVM ends.
 * {@code ATELIER_TEST_MONGODB} (a connection string without database) and {@code ATELIER_TEST_KAFKA} ({@code
 * host:port}) name running
 * ones to use instead.
 */
public final class RealBackingServices {
    private static final List<BackingService> STARTED = new CopyOnWriteArrayList<>();

    private RealBackingServices() {}

    /** The MongoDB of this JVM, shared by all its tests. Do not kill it; start a separate one for that. */
    public static MongoDb mongo() {
        return MongoHolder.PART;
    }

    /** Returns the connection string of an unused database. */
    public static String freshDatabase() {
        return mongo().uri("test-" + UUID.randomUUID());
    }

    /** The Kafka of this JVM, shared by all its tests. Do not kill it; start a separate one for that. */
    public static Kafka kafka() {
        return KafkaHolder.PART;
    }

    /** The SMTP server of this JVM; {@code getReceivedMessages()} returns all sent mails. */
    public static GreenMail mail() {
        return SmtpHolder.SERVER;
    }

    /** The Keycloak of this JVM, whose mails go to {@link #mail()}. */
    public static Keycloak keycloak() {
        return KeycloakHolder.PART;
    }

    /** The operator's account and the services' secrets in {@link #keycloak()}. */
    public static RealmSettings realm() {
        return KeycloakHolder.REALM;
    }

    /** Reads the mails in {@link #mail()}, for registering with {@link dev.atelier.backing.signin.BrowserSignIn}. */
    public static MailboxReader mailboxReader() {
        return email -> Arrays.stream(mail().getReceivedMessagesForDomain(email))
                .map(message -> CaughtMail.read(message).text())
                .toList();
    }

    private static <P extends BackingService> P started(P part) {
        STARTED.add(part);
        return part;
    }

    private static final class MongoHolder {
        static final MongoDb PART =
                started(MongoDb.start(TemporaryFolder.place("mongodb").at(System.getenv("ATELIER_TEST_MONGODB"))));
    }

    private static final class KafkaHolder {
        static final Kafka PART =
                started(Kafka.start(TemporaryFolder.place("kafka").at(System.getenv("ATELIER_TEST_KAFKA"))));
    }

    private static final class KeycloakHolder {
        static final RealmSettings REALM = new RealmSettings(
                "127.0.0.1",
                mail().getSmtp().getPort(),
                "http://127.0.0.1:8080",
                "operator@atelier.example",
                "An-operators-password",
                RealmSettings.CONFIDENTIAL_CLIENTS.stream()
                        .collect(Collectors.toMap(client -> client, client -> "secret-of-" + client)));
        static final Keycloak PART = started(Keycloak.start(TemporaryFolder.place("keycloak"), REALM));
    }

    private static final class SmtpHolder {
        static final GreenMail SERVER = start();

        private static GreenMail start() {
            var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            return server;
        }
    }

    /** Returns a folder that is deleted when the JVM ends. */
    private static final class TemporaryFolder {
        static final Path PATH = make();

        static BackingServiceOptions place(String part) {
            return BackingServiceOptions.in(PATH.resolve(part));
        }

        private static Path make() {
            try {
                var folder = Files.createTempDirectory("atelier-test-");
                // After Spring's contexts are closed: closing a context without its database waits for a time-out.
                SpringApplication.getShutdownHandlers().add(() -> {
                    STARTED.forEach(RealBackingServices::end);
                    LocalFileCache.delete(folder);
                });
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private TemporaryFolder() {}
    }

    /** Kills the process, because its data is not needed any more. */
    private static void end(BackingService part) {
        if (part.source() == BackingService.ServiceOrigin.GIVEN) {
            return;
        }
        part.kill();
        part.stop();
    }
}

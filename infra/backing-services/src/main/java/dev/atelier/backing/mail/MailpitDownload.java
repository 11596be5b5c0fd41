package dev.atelier.backing.mail;

import dev.atelier.backing.BackingServiceFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Downloads the mails of a Mailpit into a folder; polls for new ones five times a second until it is closed. */
public final class MailpitDownload implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"ID\"\\s*:\\s*\"([A-Za-z0-9_-]+)\"");
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int PAGE = 200;

    private final URI mailpit;
    private final Path directory;
    private final Set<String> known = new HashSet<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Thread worker;
    private volatile boolean ended;

    private MailpitDownload(URI mailpit, Path directory) {
        this.mailpit = mailpit;
        this.directory = directory;
        this.worker = Thread.ofVirtual().name("mailpit download").unstarted(this::work);
    }

    /**
     * Downloads the existing mails and starts polling. Throws {@link BackingServiceFailed} if no Mailpit responds at
     * the address.
     */
    public static MailpitDownload start(URI mailpit, Path directory) {
        var download = new MailpitDownload(mailpit, directory);
        try {
            Files.createDirectories(directory);
            download.fetchNew();
        } catch (IOException e) {
            throw new BackingServiceFailed("no Mailpit responds at " + mailpit, e);
        }
        download.worker.start();
        return download;
    }

    /** Returns the downloaded mails. */
    public CaughtMailFolder folder() {
        return new CaughtMailFolder(directory);
    }

    private void work() {
        try {
            while (!ended) {
                Thread.sleep(PAUSE);
                try {
                    fetchNew();
                } catch (IOException e) {
                    // It may be available again later.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetchNew() throws IOException {
        var listed = ID.matcher(new String(get("/api/v1/messages?limit=" + PAGE), StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .filter(id -> !known.contains(id))
                .collect(Collectors.toList());
        Collections.reverse(listed);
        for (var id : listed) {
            var half = directory.resolve("half");
            Files.write(half, get("/api/v1/message/" + id + "/raw"));
            known.add(id);
            Files.move(half, directory.resolve("%06d.eml".formatted(known.size())), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private byte[] get(String path) throws IOException {
        try {
            var request = HttpRequest.newBuilder(mailpit.resolve(path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        ended = true;
        worker.interrupt();
        client.close();
    }
}

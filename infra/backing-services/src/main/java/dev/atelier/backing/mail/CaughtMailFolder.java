package dev.atelier.backing.mail;

import dev.atelier.backing.signin.MailboxReader;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Caught mails as files {@code 000001.eml}, {@code 000002.eml} and so on, one per recipient, in order of arrival.
 * Decoded
 * mails are cached, because a file never changes.
 */
public final class CaughtMailFolder implements MailboxReader {
    private final Path directory;
    private final Map<Path, CaughtMail> decoded = new ConcurrentHashMap<>();

    public CaughtMailFolder(Path directory) {
        this.directory = directory;
    }

    /** Returns the folder of the files. */
    public Path directory() {
        return directory;
    }

    /** Returns the files of all mails, oldest first; empty before the first mail has arrived. */
    public List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all mails, decoded, oldest first. */
    public List<CaughtMail> mails() {
        return files().stream()
                .map(file -> decoded.computeIfAbsent(file, CaughtMailFolder::read))
                .toList();
    }

    /**
     * Returns the mails with this complete address among their recipients, oldest first; other recipients may be
     * invalid.
     */
    public List<CaughtMail> mailsTo(String email) {
        var wanted = Pattern.compile(
                "(?<![\\w.+-])" + Pattern.quote(email) + "(?![\\w.-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return mails().stream()
                .filter(mail -> mail.to().stream()
                        .anyMatch(address -> wanted.matcher(address).find()))
                .toList();
    }

    @Override
    public List<String> textsTo(String email) {
        return mailsTo(email).stream().map(CaughtMail::text).toList();
    }

    /** Decodes one file. */
    public static CaughtMail read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return CaughtMail.read(new MimeMessage(Session.getInstance(new Properties()), in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Stores a mail under the next number. */
    synchronized void add(MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(directory);
        var half = directory.resolve("half");
        try (OutputStream out = Files.newOutputStream(half)) {
            message.writeTo(out);
        }
        Files.move(half, directory.resolve("%06d.eml".formatted(next())), StandardCopyOption.ATOMIC_MOVE);
    }

    private int next() {
        var files = files();
        return files.isEmpty()
                ? 1
                : 1 + Integer.parseInt(files.getLast().getFileName().toString().replace(".eml", ""));
    }
}

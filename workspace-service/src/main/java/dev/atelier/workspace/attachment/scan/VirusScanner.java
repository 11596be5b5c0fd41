package dev.atelier.workspace.attachment.scan;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A client of ClamAV's daemon. Source: clamd(8), INSTREAM. */
@Component
public class VirusScanner {
    private static final Logger log = LoggerFactory.getLogger(VirusScanner.class);
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_VERDICT = 1024;
    private static final String FOUND = " FOUND";

    private final VirusScanSettings settings;

    VirusScanner(VirusScanSettings settings) {
        this.settings = settings;
    }

    /**
     * Checks that a file is clean; does nothing if no scanner is configured.
     *
     * @throws dev.atelier.kit.problem.Refusal 422 {@code file-infected}; 503 {@code scanner-away} if there is no clear
     *     result
     */
    public void requireClean(Path file) {
        if (!settings.isEnabled()) {
            return;
        }
        var verdict = verdict(file);
        if (verdict.endsWith(FOUND)) {
            int begin = verdict.indexOf(": ") + 2;
            throw new FileInfected(verdict.substring(begin, verdict.length() - FOUND.length()));
        }
        if (!verdict.endsWith(": OK")) {
            log.warn("The virus scanner refused to scan a file: {}", verdict);
            throw new VirusScannerUnavailable();
        }
    }

    private String verdict(Path file) {
        try (var socket = new Socket()) {
            int patience = Math.toIntExact(settings.timeout().toMillis());
            socket.connect(settings.socket(), patience);
            socket.setSoTimeout(patience);
            send(file, socket);
            var answer = socket.getInputStream().readNBytes(LONGEST_VERDICT);
            return new String(answer, StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
        } catch (IOException e) {
            log.warn("The virus scanner did not answer: {}", e.toString());
            throw new VirusScannerUnavailable();
        }
    }

    /** Sends the file in chunks, each preceded by its length; a chunk of length zero ends it. */
    private static void send(Path file, Socket socket) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        try (var in = Files.newInputStream(file)) {
            var piece = new byte[PIECE];
            for (int some = in.read(piece); some >= 0; some = in.read(piece)) {
                out.writeInt(some);
                out.write(piece, 0, some);
            }
        }
        out.writeInt(0);
        out.flush();
    }
}

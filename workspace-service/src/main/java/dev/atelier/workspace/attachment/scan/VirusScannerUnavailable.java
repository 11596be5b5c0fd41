package dev.atelier.workspace.attachment.scan;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** Scanning is required, but the virus scanner does not answer. */
@ProblemType("scanner-away")
final class VirusScannerUnavailable extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Duration AGAIN = Duration.ofSeconds(30);

    VirusScannerUnavailable() {
        super(
                RefusalReason.UNAVAILABLE,
                "Files cannot be scanned for viruses at the moment, and none is kept unscanned. Try again shortly.",
                Map.of(),
                AGAIN);
    }
}

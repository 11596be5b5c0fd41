package dev.atelier.workspace.attachment.scan;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The virus scanner has found something in the file. */
@ProblemType("file-infected")
final class FileInfected extends Refusal {
    private static final long serialVersionUID = 1;

    FileInfected(String finding) {
        super(
                RefusalReason.UNPROCESSABLE,
                "The virus scanner found something in this file. Nothing of it was kept.",
                Map.of("finding", finding));
    }
}

package dev.atelier.workspace.attachment.scan;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The scanner knows what is in the file. */
@ProblemType("file-infected")
final class FileInfected extends Refusal {
    private static final long serialVersionUID = 1;

    FileInfected(String finding) {
        super(
                Reason.UNPROCESSABLE,
                "The virus scanner found something in this file. Nothing of it was kept.",
                Map.of("finding", finding));
    }
}

package dev.atelier.gateway.acceptance;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.List;
import java.util.Map;

/** The user must accept a legal document first. Reading and accepting it, and leaving, stay possible. */
@ProblemType("acceptance-required")
final class AcceptanceRequired extends Refusal {
    private static final long serialVersionUID = 1;

    AcceptanceRequired(List<RequiredAcceptances.RequiredDocumentVersion> documents) {
        super(
                RefusalReason.FORBIDDEN,
                "Before you go on, read and accept what has changed: GET /api/me/legal-documents, then POST "
                        + "/api/me/legal-documents/{document}/accept.",
                Map.of("documents", documents));
    }
}

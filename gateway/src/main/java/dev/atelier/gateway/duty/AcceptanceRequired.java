package dev.atelier.gateway.duty;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.List;
import java.util.Map;

/** Somebody has yet to accept a legal document; reading and accepting it, and leaving, go on. */
@ProblemType("acceptance-required")
final class AcceptanceRequired extends Refusal {
    private static final long serialVersionUID = 1;

    AcceptanceRequired(List<Owed.Version> documents) {
        super(
                Reason.FORBIDDEN,
                "Before you go on, read and accept what has changed: GET /api/me/legal-documents, then POST "
                        + "/api/me/legal-documents/{document}/acceptance.",
                Map.of("documents", documents));
    }
}

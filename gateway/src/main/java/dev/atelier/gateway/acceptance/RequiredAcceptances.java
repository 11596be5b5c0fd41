package dev.atelier.gateway.acceptance;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of legal documents that somebody must accept before they go on. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RequiredAcceptances(@Nullable List<RequiredDocumentVersion> documents) {
    static final RequiredAcceptances NOTHING = new RequiredAcceptances(List.of());

    @Override
    public List<RequiredDocumentVersion> documents() {
        return documents == null ? List.of() : documents;
    }

    /**
     * One of them.
     *
     * @param document its name, {@code TERMS}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RequiredDocumentVersion(String document, int number) {}
}

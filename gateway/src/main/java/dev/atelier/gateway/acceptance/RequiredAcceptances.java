package dev.atelier.gateway.acceptance;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of legal documents that a user must accept first. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RequiredAcceptances(@Nullable List<RequiredDocumentVersion> items) {
    static final RequiredAcceptances NOTHING = new RequiredAcceptances(List.of());

    @Override
    public List<RequiredDocumentVersion> items() {
        return items == null ? List.of() : items;
    }

    /**
     * One version.
     *
     * @param document name of the document, such as {@code TERMS}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RequiredDocumentVersion(String document, int number) {}
}

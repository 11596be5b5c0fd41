package dev.atelier.gateway.duty;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of legal documents that somebody must accept before they go on. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Owed(@Nullable List<Version> documents) {
    static final Owed NOTHING = new Owed(List.of());

    @Override
    public List<Version> documents() {
        return documents == null ? List.of() : documents;
    }

    /**
     * One of them.
     *
     * @param document its name, {@code TERMS}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Version(String document, int number) {}
}

package dev.atelier.kit.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a service account may be allowed to do. Writing does not include reading. */
public enum ApiScope {
    /** The workspace itself and its members. */
    WORKSPACE_READ,
    /** Projects and who takes part in them. */
    PROJECTS_READ,
    /** Begins, describes and leaves projects, and brings others in; deletes none. */
    PROJECTS_WRITE,
    /** Actions with their files, comments, history and views. */
    ACTIONS_READ,
    /** Makes, changes and deletes actions and what belongs to them. */
    ACTIONS_WRITE,
    /** Agents and the tools there are. */
    AGENTS_READ,
    /** Runs, their steps and what waits for approval. */
    RUNS_READ,
    /** Starts and cancels runs; decides no approval. */
    RUNS_WRITE,
    /** Reports and their content. */
    REPORTS_READ,
    /** Asks for reports. */
    REPORTS_WRITE;

    /** As it stands in tokens, documents and answers: {@code actions:write}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /**
     * The scope of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    @JsonCreator
    public static ApiScope of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("must be a scope, such as actions:read"));
    }

    static Optional<ApiScope> find(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findAny();
    }
}

package dev.atelier.kit.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A permission of a service account. Write scopes do not include reading. */
@Schema(enumAsRef = true)
public enum ApiScope {
    /** Read the workspace and its members. */
    WORKSPACE_READ,
    /** Read projects and their participants. */
    PROJECTS_READ,
    /** Create, edit and leave projects and add participants; not delete projects. */
    PROJECTS_WRITE,
    /** Read actions with their files, comments, history and views. */
    ACTIONS_READ,
    /** Create, change and delete actions and what belongs to them. */
    ACTIONS_WRITE,
    /** Read agents and the available tools. */
    AGENTS_READ,
    /** Read runs, their steps and pending approvals. */
    RUNS_READ,
    /** Start and cancel runs; not decide approvals. */
    RUNS_WRITE,
    /** Read reports and their content. */
    REPORTS_READ,
    /** Request reports. */
    REPORTS_WRITE;

    /** Returns the name in tokens, documents and responses, such as {@code actions:write}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /**
     * Returns the scope with that name.
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

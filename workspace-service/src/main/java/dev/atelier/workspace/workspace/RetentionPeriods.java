package dev.atelier.workspace.workspace;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How many days data is kept, 30 to 3,650; null: until somebody deletes it.
 *
 * @param actions actions that are done, after their last change, with everything that belongs to them
 * @param runs after their end
 * @param reports after they were created
 * @param logs entries of the workspace's history; 90 to 3,650, so that nobody can make what they did disappear before
 *     the next quarterly review
 * @param photos photos and other files of actions, after they were added
 */
public record RetentionPeriods(
        @Nullable @Min(RetentionPeriods.LEAST) @Max(RetentionPeriods.MOST) Integer actions,

        @Nullable @Min(RetentionPeriods.LEAST) @Max(RetentionPeriods.MOST) Integer runs,

        @Nullable @Min(RetentionPeriods.LEAST) @Max(RetentionPeriods.MOST) Integer reports,

        @Nullable @Min(RetentionPeriods.LEAST_LOGS) @Max(RetentionPeriods.MOST) Integer logs,

        @Nullable @Min(RetentionPeriods.LEAST) @Max(RetentionPeriods.MOST) Integer photos) {
    static final int LEAST = 30;
    static final int LEAST_LOGS = 90;
    static final int MOST = 3650;

    /** Nothing expires. */
    public static final RetentionPeriods ALL = new RetentionPeriods(null, null, null, null, null);

    public @Nullable Integer of(RetentionKind kind) {
        return switch (kind) {
            case ACTIONS -> actions;
            case RUNS -> runs;
            case REPORTS -> reports;
            case LOGS -> logs;
            case PHOTOS -> photos;
        };
    }
}

package dev.atelier.workspace.workspace;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How many days things are kept, 30 to 3,650; null: until somebody deletes them.
 *
 * @param actions work items that are done, after their last change, with all that belongs to them
 * @param runs after their end
 * @param reports after they were made
 * @param logs notes of what happened in the workspace; 90 to 3,650, so that what somebody does to it cannot be made to
 *     vanish before the next quarter is looked over
 * @param photos photos and other files of work items, after they were added
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

    /** Everything is kept. */
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

package dev.atelier.agentrun.run.journal;

import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.AgentRunEvent.RunCancellationCause;
import dev.atelier.events.AgentRunEvent.RunPauseReason;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/** One event in a run. */
public sealed interface JournalEvent {
    /** Purpose of storing a run's texts. */
    String PURPOSE = "showing what the run was asked, did and answered";

    /** Retention of a run's texts. */
    String RETENTION = "until the workspace's runs end";

    /** Returns whether this event ends the run. */
    default boolean last() {
        return false;
    }

    /** A person started the run. */
    @TypeAlias("queued")
    record Queued(
            UserId by,

            @PersonalData(category = Category.CONTENT, purpose = PURPOSE, basis = Basis.CONTRACT, retention = RETENTION)
            String input)
            implements JournalEvent {}

    /** A worker claimed the run; a previous worker can no longer write. */
    @TypeAlias("claimed")
    record Claimed(UUID token) implements JournalEvent {}

    /**
     * The model answered with text, tool calls, or both.
     *
     * @param reasoning the model's reasoning; null when there is none
     */
    @TypeAlias("model-answered")
    record ModelAnswered(
            @NotPersonal("a model's name") String model,

            @PersonalData(category = Category.CONTENT, purpose = PURPOSE, basis = Basis.CONTRACT, retention = RETENTION)
            String answer,

            @Nullable @PersonalData(category = Category.CONTENT, purpose = PURPOSE, basis = Basis.CONTRACT, retention = RETENTION)
            String reasoning,

            List<ModelToolCall> calls,
            RunUsage spent)
            implements JournalEvent {
        public ModelAnswered {
            calls = List.copyOf(calls);
        }
    }

    /**
     * A model request failed or returned no usable answer.
     *
     * @param code the documented failure code
     * @param status the endpoint's HTTP status; null when there was no response
     * @param message the endpoint's error message in one line, shortened and without keys
     * @param partialAnswer the part of the answer that was received
     * @param pauseMillis pause before the retry in milliseconds; null when the request is not retried
     */
    @TypeAlias("model-try-failed")
    record ModelAttemptFailed(
            @NotPersonal("a code of the documentation") String code,
            @NotPersonal("a sentence of this program") String sentence,
            @Nullable Integer status,

            @PersonalData(category = Category.CONTENT, purpose = PURPOSE, basis = Basis.CONTRACT, retention = RETENTION)
            String message,

            @PersonalData(category = Category.CONTENT, purpose = PURPOSE, basis = Basis.CONTRACT, retention = RETENTION)
            String partialAnswer,

            @Nullable Long pauseMillis,
            RunUsage spent)
            implements JournalEvent {}

    /**
     * A call of a tool with an effect starts; its idempotency key consists of the run's id and this entry's number.
     */
    @TypeAlias("tool-started")
    record ToolStarted(
            @NotPersonal("a place in this journal") String call,
            @NotPersonal("a tool's name") String tool) implements JournalEvent {}

    /** A tool answered or refused the call. */
    @TypeAlias("tool-answered")
    record ToolAnswered(
            @NotPersonal("a place in this journal") String call,
            @NotPersonal("a tool's name") String tool,

            @PersonalData(category = Category.CONTENT, purpose = PURPOSE, basis = Basis.CONTRACT, retention = RETENTION)
            String answer,

            boolean refused,
            long millis)
            implements JournalEvent {}

    /** The run waits for a person's decision about a call. */
    @TypeAlias("approval-asked")
    record ApprovalRequested(
            ApprovalId approval,
            @NotPersonal("a place in this journal") String call,
            @NotPersonal("a tool's name") String tool,
            Approver approver)
            implements JournalEvent {}

    /** A person decided. */
    @TypeAlias("approval-decided")
    record ApprovalDecided(
            ApprovalId approval,
            @NotPersonal("a place in this journal") String call,
            ApprovalOutcome outcome,
            UserId by,

            @PersonalData(category = Category.CONTENT, purpose = PURPOSE, basis = Basis.CONTRACT, retention = RETENTION)
            String comment)
            implements JournalEvent {}

    /** The run was paused; the previous worker can no longer write. */
    @TypeAlias("paused")
    record Paused(RunPauseReason why) implements JournalEvent {}

    /**
     * The run was resumed.
     *
     * @param waiting whether a person's decision is still missing
     */
    @TypeAlias("resumed")
    record Resumed(boolean waiting) implements JournalEvent {}

    /** The run ended with a result. */
    @TypeAlias("completed")
    record Completed(
            @PersonalData(category = Category.CONTENT, purpose = PURPOSE, basis = Basis.CONTRACT, retention = RETENTION)
            String result)
            implements JournalEvent {
        @Override
        public boolean last() {
            return true;
        }
    }

    /**
     * The run failed.
     *
     * @param status the HTTP status of the model's endpoint if that caused the failure
     * @param message the endpoint's error message if that caused the failure
     */
    @TypeAlias("failed")
    record Failed(
            @NotPersonal("a code of the documentation") String code,
            @NotPersonal("a sentence of this program") String sentence,
            @Nullable Integer status,

            @Nullable @PersonalData(category = Category.CONTENT, purpose = PURPOSE, basis = Basis.CONTRACT, retention = RETENTION)
            String message)
            implements JournalEvent {
        /** Creates a failure that is not caused by the model's endpoint. */
        public static Failed of(String code, String sentence) {
            return new Failed(code, sentence, null, null);
        }

        /** Creates a failure after the last attempt of a model request. */
        public static Failed of(ModelAttemptFailed tried) {
            return new Failed(tried.code(), tried.sentence(), tried.status(), tried.message());
        }

        @Override
        public boolean last() {
            return true;
        }
    }

    /** The run was cancelled. */
    @TypeAlias("cancelled")
    record Cancelled(RunCancellationCause cause, @Nullable UserId by) implements JournalEvent {
        @Override
        public boolean last() {
            return true;
        }
    }
}

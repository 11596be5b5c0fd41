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

/** One thing that happened in a run. */
public sealed interface JournalEvent {
    /** What a run's texts are kept for. */
    String PURPOSE = "showing what the run was asked, did and answered";

    /** How long a run's texts are kept. */
    String RETENTION = "until the workspace's runs end";

    /** Whether nothing follows in this run. */
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

    /** A worker took the run up; whoever held it before writes nothing any more. */
    @TypeAlias("claimed")
    record Claimed(UUID token) implements JournalEvent {}

    /**
     * The model answered with text, with calls of tools, or with both.
     *
     * @param reasoning what it showed of its way to the answer; null where it showed nothing
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
     * The model was asked and gave no usable answer.
     *
     * @param code of the documentation
     * @param status the endpoint's HTTP status; null where none came
     * @param message the endpoint's own words in one line, shortened and without keys
     * @param partialAnswer what had come of the answer
     * @param pauseMillis how long to wait before the model is asked again; null where it is not
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

    /** A tool with an effect is about to act; its idempotency key is the run and this entry's number. */
    @TypeAlias("tool-started")
    record ToolStarted(
            @NotPersonal("a place in this journal") String call,
            @NotPersonal("a tool's name") String tool) implements JournalEvent {}

    /** A tool answered, or refused. */
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

    /** The run stands still; whoever carried it writes nothing any more. */
    @TypeAlias("paused")
    record Paused(RunPauseReason why) implements JournalEvent {}

    /**
     * The run goes on.
     *
     * @param waiting whether a person's decision is still missing
     */
    @TypeAlias("resumed")
    record Resumed(boolean waiting) implements JournalEvent {}

    /** The run came to its end with a result. */
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
     * The run cannot go on.
     *
     * @param status the HTTP status of the model's endpoint, where that is why
     * @param message the endpoint's own words, where that is why
     */
    @TypeAlias("failed")
    record Failed(
            @NotPersonal("a code of the documentation") String code,
            @NotPersonal("a sentence of this program") String sentence,
            @Nullable Integer status,

            @Nullable @PersonalData(category = Category.CONTENT, purpose = PURPOSE, basis = Basis.CONTRACT, retention = RETENTION)
            String message)
            implements JournalEvent {
        /** For what this program alone finds. */
        public static Failed of(String code, String sentence) {
            return new Failed(code, sentence, null, null);
        }

        /** For a model that was asked for the last time. */
        public static Failed of(ModelAttemptFailed tried) {
            return new Failed(tried.code(), tried.sentence(), tried.status(), tried.message());
        }

        @Override
        public boolean last() {
            return true;
        }
    }

    /** The run was stopped. */
    @TypeAlias("cancelled")
    record Cancelled(RunCancellationCause cause, @Nullable UserId by) implements JournalEvent {
        @Override
        public boolean last() {
            return true;
        }
    }
}

package dev.atelier.agentrun.run.journal;

import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalDecided;
import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalRequested;
import dev.atelier.agentrun.run.journal.JournalEvent.Claimed;
import dev.atelier.agentrun.run.journal.JournalEvent.ModelAnswered;
import dev.atelier.agentrun.run.journal.JournalEvent.ModelAttemptFailed;
import dev.atelier.agentrun.run.journal.JournalEvent.Paused;
import dev.atelier.agentrun.run.journal.JournalEvent.Resumed;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolAnswered;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run's journal from its first entry, with queries on what was requested, answered and decided so far. */
public record RunHistory(List<JournalEntry> entries) {
    public RunHistory {
        entries = List.copyOf(entries);
    }

    public RunHistory with(JournalEntry entry) {
        var longer = new ArrayList<>(entries);
        longer.add(entry);
        return new RunHistory(longer);
    }

    /** Returns the number of the next entry. */
    public long nextSeq() {
        return entries.isEmpty() ? 1 : entries.getLast().seq() + 1;
    }

    public boolean ended() {
        return !entries.isEmpty() && entries.getLast().what().last();
    }

    /** Returns whether the run is paused. */
    public boolean paused() {
        return entries.reversed().stream()
                .map(JournalEntry::what)
                .filter(what -> what instanceof Paused || what instanceof Resumed)
                .findFirst()
                .filter(Paused.class::isInstance)
                .isPresent();
    }

    /** Returns whether the run waits for a person's decision. */
    public boolean waiting() {
        return all(ApprovalRequested.class).stream()
                .anyMatch(asked -> decision(asked).isEmpty());
    }

    /** Returns whether a worker has claimed the run before. */
    public boolean claimedBefore() {
        return all(Claimed.class).stream().findAny().isPresent();
    }

    /** Returns the number of claims since the last other event. */
    public int fruitlessClaims() {
        int fruitless = 0;
        for (int i = entries.size() - 1; i >= 0 && entries.get(i).what() instanceof Claimed; i--) {
            fruitless++;
        }
        return fruitless;
    }

    public RunUsage spent() {
        return entries.stream()
                .map(JournalEntry::what)
                .map(what -> switch (what) {
                    case ModelAnswered answered -> answered.spent();
                    case ModelAttemptFailed tried -> tried.spent();
                    default -> RunUsage.NOTHING;
                })
                .reduce(RunUsage.NOTHING, RunUsage::plus);
    }

    /** Returns the failed attempts of the current model request, newest first. */
    public List<ModelAttemptFailed> failedTries() {
        var tries = new ArrayList<ModelAttemptFailed>();
        for (var entry : entries.reversed()) {
            switch (entry.what()) {
                case ModelAttemptFailed tried -> tries.add(tried);
                case Claimed claimed -> {}
                case Paused paused -> {}
                case Resumed resumed -> {}
                default -> {
                    return tries;
                }
            }
        }
        return tries;
    }

    /** Returns the number of answers of the model and of tools. */
    public int steps() {
        return all(ModelAnswered.class).size() + all(ToolAnswered.class).size();
    }

    /** Returns the duration of all recorded steps in milliseconds. */
    public long workedMillis() {
        return spent().millis()
                + all(ToolAnswered.class).stream()
                        .mapToLong(ToolAnswered::millis)
                        .sum();
    }

    /** Returns the model's newest answer with its tool calls and their positions. */
    public Optional<ModelTurn> newestAnswer() {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).what() instanceof ModelAnswered answered) {
                return Optional.of(ModelTurn.of(entries.get(i).seq(), answered));
            }
        }
        return Optional.empty();
    }

    public Optional<ToolAnswered> answer(String call) {
        return all(ToolAnswered.class).stream()
                .filter(answered -> answered.call().equals(call))
                .findFirst();
    }

    /** Returns the newest approval request for the call. */
    public Optional<ApprovalRequested> asked(String call) {
        return all(ApprovalRequested.class).stream()
                .filter(asked -> asked.call().equals(call))
                .reduce((first, second) -> second);
    }

    public Optional<ApprovalDecided> decision(ApprovalRequested asked) {
        return all(ApprovalDecided.class).stream()
                .filter(decided -> decided.approval().equals(asked.approval()))
                .findFirst();
    }

    /** Returns the newest entry that marks the call as started. */
    public Optional<JournalEntry> started(String call) {
        return entries.stream()
                .filter(entry -> entry.what() instanceof ToolStarted started
                        && started.call().equals(call))
                .reduce((first, second) -> second);
    }

    /** Returns the number of the entry with the event. */
    public long seqOf(JournalEvent what) {
        return entries.stream()
                .filter(entry -> entry.what().equals(what))
                .mapToLong(JournalEntry::seq)
                .findFirst()
                .orElse(0);
    }

    private <T extends JournalEvent> List<T> all(Class<T> type) {
        return entries.stream()
                .map(JournalEntry::what)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** A model's answer and its tool calls, each with its position in the journal. */
    public record ModelTurn(String text, List<PendingToolCall> calls) {
        /** Returns the answer in that entry with its tool calls. */
        public static ModelTurn of(long seq, ModelAnswered answered) {
            var calls = new ArrayList<PendingToolCall>();
            for (int i = 0; i < answered.calls().size(); i++) {
                calls.add(new PendingToolCall(
                        seq + "." + (i + 1), answered.calls().get(i)));
            }
            return new ModelTurn(answered.answer(), List.copyOf(calls));
        }
    }

    /** A tool call and its position: the number of the answer's entry and the index within the answer. */
    public record PendingToolCall(String place, ModelToolCall call) {}
}

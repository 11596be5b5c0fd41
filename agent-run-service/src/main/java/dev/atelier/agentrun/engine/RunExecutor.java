package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.agent.PublishedAgent;
import dev.atelier.agentrun.agent.PublishedAgentReader;
import dev.atelier.agentrun.approval.ApprovalRequest;
import dev.atelier.agentrun.approval.ApprovalService;
import dev.atelier.agentrun.engine.NextStep.AwaitApproval;
import dev.atelier.agentrun.engine.NextStep.CallModel;
import dev.atelier.agentrun.engine.NextStep.CallTool;
import dev.atelier.agentrun.engine.NextStep.CompleteRun;
import dev.atelier.agentrun.engine.NextStep.FailRun;
import dev.atelier.agentrun.engine.NextStep.RefuseToolCall;
import dev.atelier.agentrun.engine.NextStep.RequestApproval;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunTransitionRecorder;
import dev.atelier.agentrun.run.SystemPromptBuilder;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEntryTooLong;
import dev.atelier.agentrun.run.journal.JournalEvent;
import dev.atelier.agentrun.run.journal.JournalEvent.Claimed;
import dev.atelier.agentrun.run.journal.JournalEvent.Completed;
import dev.atelier.agentrun.run.journal.JournalEvent.Failed;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolAnswered;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.agentrun.run.journal.RunJournal;
import dev.atelier.events.AgentRunEvent.RunCancellationCause;
import dev.atelier.events.id.ApprovalId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Executes one run from the end of its journal until it ends or waits. */
@Component
class RunExecutor {
    private static final Failed TOO_LONG =
            Failed.of("step-too-long", "A step of the run is longer than a run's journal takes.");

    private final NextStepDecider nextStepDecider;
    private final ModelStep modelStep;
    private final ToolStep toolStep;
    private final PublishedAgentReader agents;
    private final ApprovalService approvalService;
    private final RunTransitionRecorder runTransitionRecorder;
    private final RunJournal journal;
    private final StarterAuthorization starterAuthorization;
    private final SystemPromptBuilder systemPromptBuilder;
    private final Clock clock;

    RunExecutor(
            NextStepDecider nextStepDecider,
            ModelStep modelStep,
            ToolStep toolStep,
            PublishedAgentReader agents,
            ApprovalService approvalService,
            RunTransitionRecorder runTransitionRecorder,
            RunJournal journal,
            StarterAuthorization starterAuthorization,
            SystemPromptBuilder systemPromptBuilder,
            Clock clock) {
        this.nextStepDecider = nextStepDecider;
        this.modelStep = modelStep;
        this.toolStep = toolStep;
        this.agents = agents;
        this.approvalService = approvalService;
        this.runTransitionRecorder = runTransitionRecorder;
        this.journal = journal;
        this.starterAuthorization = starterAuthorization;
        this.systemPromptBuilder = systemPromptBuilder;
        this.clock = clock;
    }

    /**
     * Continues a run that the worker claimed.
     *
     * @param token unique token of this claim
     * @throws dev.atelier.agentrun.run.journal.RunFenced when another writer has written the run's next journal entry
     */
    void execute(Run run, UUID token) {
        var runHistory = new RunHistory(journal.of(run.workspaceId(), run.id()));
        if (runHistory.ended() || runHistory.paused()) {
            return;
        }
        if (!starterAuthorization.allows(run, runHistory)) {
            return;
        }
        var claimed = entry(run, runHistory, new Claimed(token));
        if (runHistory.claimedBefore()) {
            journal.append(claimed);
        } else {
            runTransitionRecorder.record(claimed, runHistory.spent());
        }
        var agent = agents.version(
                run.workspaceId(), run.order().agentId(), run.order().agentVersion());
        execute(run, agent, runHistory.with(claimed));
    }

    private void execute(Run run, PublishedAgent agent, RunHistory from) {
        var told = systemPromptBuilder.of(run, agent);
        var runHistory = from;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var next = step(run, agent, told, runHistory);
                if (next == null) {
                    return;
                }
                runHistory = next;
            } catch (JournalEntryTooLong e) {
                end(run, new RunHistory(journal.of(run.workspaceId(), run.id())), TOO_LONG);
                return;
            }
        }
    }

    /** Executes the next step and returns the history with it; null when the run ended or waits. */
    private @Nullable RunHistory step(Run run, PublishedAgent agent, String told, RunHistory runHistory) {
        switch (nextStepDecider.next(runHistory, agent.definition())) {
            case CallModel ask -> {
                var asked = modelStep.ask(run, agent, told, runHistory, ask.pause());
                journal.append(asked);
                return runHistory.with(asked);
            }
            case CallTool use -> {
                if (use.tool().hasEffect() && !starterAuthorization.allows(run, runHistory)) {
                    return null;
                }
                var toolStepResult = toolStep.execute(run, use, runHistory);
                if (toolStepResult.outOfReach()) {
                    starterAuthorization.cancel(run, toolStepResult.course(), RunCancellationCause.MEMBERSHIP_ENDED);
                    return null;
                }
                return toolStepResult.course();
            }
            case RefuseToolCall answer -> {
                var pendingToolCall = answer.wish();
                var line = entry(
                        run,
                        runHistory,
                        new ToolAnswered(
                                pendingToolCall.place(), pendingToolCall.call().tool(), answer.reason(), true, 0));
                journal.append(line);
                return runHistory.with(line);
            }
            case RequestApproval person -> {
                requestApproval(run, runHistory, person);
                return null;
            }
            case AwaitApproval awaitApproval -> {
                return null;
            }
            case CompleteRun completeRun -> {
                end(run, runHistory, new Completed(completeRun.result()));
                return null;
            }
            case FailRun failRun -> {
                end(run, runHistory, failRun.why());
                return null;
            }
        }
    }

    private void requestApproval(Run run, RunHistory runHistory, RequestApproval person) {
        var call = person.wish().call();
        approvalService.requestApproval(
                run,
                runHistory,
                new ApprovalRequest(
                        ApprovalId.next(),
                        person.wish().place(),
                        call.tool(),
                        person.tool().summary(call.arguments()),
                        call.arguments(),
                        person.approver()));
    }

    private void end(Run run, RunHistory runHistory, JournalEvent last) {
        runTransitionRecorder.record(entry(run, runHistory, last), runHistory.spent());
    }

    private JournalEntry entry(Run run, RunHistory runHistory, JournalEvent what) {
        return new JournalEntry(run.workspaceId(), run.id(), runHistory.nextSeq(), clock.instant(), what);
    }
}

package dev.atelier.report.rendering;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.privacy.SentRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content of a run's report: input, result, decisions, steps and cost. */
@SentRecord(to = "the reader of the report")
public record RunReport(
        @NotPersonal("the display name of a thing") String workspace,
        @NotPersonal("the display name of a thing") String project,
        @NotPersonal("the display name of a thing") String agent,
        int agentVersion,

        @PersonalData(
                category = Category.NAME,
                purpose = "says who started the run",
                basis = Basis.CONTRACT,
                retention = "as long as the report")
        String startedBy,

        @NotPersonal("one of a run's states") String state,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "what the run was asked",
                basis = Basis.CONTRACT,
                retention = "as long as the report")
        String input,

        @Nullable @PersonalData(
                category = Category.CONTENT,
                purpose = "what came of the run",
                basis = Basis.CONTRACT,
                retention = "as long as the report")
        String result,

        @Nullable @NotPersonal("a code of the documentation")
        String failure,

        Instant queuedAt,
        @Nullable Instant endedAt,
        Instant madeAt,
        long inputTokens,
        long outputTokens,
        RunCost cost,
        List<ReportStep> steps,
        List<ReportDecision> decisions) {

    public RunReport {
        steps = List.copyOf(steps);
        decisions = List.copyOf(decisions);
    }

    /** Returns the time from start to end, including the time for decisions; null while the run is in progress. */
    public @Nullable Duration took() {
        return endedAt == null ? null : Duration.between(queuedAt, endedAt);
    }

    /** Cost in millionths of the currency's unit. */
    public record RunCost(
            long micros, @NotPersonal("ISO 4217") String currency) {}

    /** One step of the run. */
    public record ReportStep(
            long number,

            @NotPersonal("what kind of step, a word of the run's journal")
            String kind,

            @Nullable @NotPersonal("a tool's or model's name")
            String name,

            @Nullable Duration took,
            long inputTokens,
            long outputTokens,
            RunCost cost) {}

    /** A tool call that needed an approval, with the person's decision. */
    public record ReportDecision(
            @NotPersonal("a tool's name") String tool,

            @PersonalData(
                    category = Category.CONTENT,
                    purpose = "what was proposed",
                    basis = Basis.CONTRACT,
                    retention = "as long as the report")
            List<ReportField> proposal,

            @NotPersonal("one of an approval's states") String state,

            @Nullable @PersonalData(
                    category = Category.NAME,
                    purpose = "says who decided",
                    basis = Basis.CONTRACT,
                    retention = "as long as the report")
            String by,

            @Nullable Instant at,

            @Nullable @PersonalData(
                    category = Category.CONTENT,
                    purpose = "why it was decided so",
                    basis = Basis.CONTRACT,
                    retention = "as long as the report")
            String comment) {
        public ReportDecision {
            proposal = List.copyOf(proposal);
        }
    }

    /** One argument of a proposed call. */
    public record ReportField(
            @NotPersonal("an argument's name") String name,

            @PersonalData(
                    category = Category.CONTENT,
                    purpose = "what was proposed",
                    basis = Basis.CONTRACT,
                    retention = "as long as the report")
            String value) {}
}

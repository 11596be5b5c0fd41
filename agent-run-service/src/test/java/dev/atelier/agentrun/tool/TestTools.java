package dev.atelier.agentrun.tool;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One tool for each kind of retry semantics, named after it; they do nothing. */
public final class TestTools {
    private TestTools() {}

    public static ToolRegistry of(RetrySemantics... natures) {
        return new ToolRegistry(Stream.of(natures).<AgentTool>map(NoOpTool::new).toList());
    }

    private record NoOpTool(RetrySemantics retrySemantics) implements AgentTool {
        @Override
        public String name() {
            return retrySemantics.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public String schema() {
            return "{}";
        }

        @Override
        public boolean hasEffect() {
            return retrySemantics != RetrySemantics.SAFE_TO_REPEAT;
        }

        @Override
        public ApprovalRule defaultApproval() {
            return ApprovalRule.NONE;
        }

        @Override
        public Optional<String> problemWith(String arguments) {
            return Optional.empty();
        }

        @Override
        public String summary(String arguments) {
            return "";
        }

        @Override
        public ToolResult execute(ToolInvocation toolInvocation) {
            return ToolResult.of("{}");
        }
    }
}

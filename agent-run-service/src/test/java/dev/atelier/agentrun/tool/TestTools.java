package dev.atelier.agentrun.tool;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tools of each nature, named after it, that do nothing. */
public final class TestTools {
    private TestTools() {}

    public static Tools of(Nature... natures) {
        return new Tools(Stream.of(natures).<Tool>map(Idle::new).toList());
    }

    private record Idle(Nature nature) implements Tool {
        @Override
        public String name() {
            return nature.name().toLowerCase(Locale.ROOT);
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
            return nature != Nature.SAFE_TO_REPEAT;
        }

        @Override
        public ApprovalRule usualApproval() {
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
        public ToolAnswer act(Errand errand) {
            return ToolAnswer.of("{}");
        }
    }
}

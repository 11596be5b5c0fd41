package dev.atelier.agentrun.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;

class BuiltInChatModelTest {
    private static final String WEEKLY = "Summarise the project's actions, then propose two follow-up actions.";
    private static final String QUESTION = "How does the new web site stand this week?";

    @Test
    void readsThenProposesAsManyActionsAsAskedFor() {
        var talk = weekly();

        talk.end(BuiltInChatModelTest::approving);

        assertThat(talk.calls())
                .extracting(ToolCall::name)
                .containsExactly("search_actions", "create_action", "create_action");
    }

    @Test
    void summarisesCountsDatesAndNamesFromTheData() {
        var end = weekly().end(BuiltInChatModelTest::approving);

        assertThat(end)
                .contains("“New web site” on 20 November 2026: 40 actions. 8 done (20 %)")
                .contains("Overdue (", "Blocked (", "Due within a week (", "- Noah Weber: ", "- nobody: ")
                .contains("Compiled by atelier/built-in");
    }

    private static BuiltInConversation weekly() {
        return new BuiltInConversation(WEEKLY, QUESTION, "search_actions", "create_action");
    }

    private static String approving(ToolCall call) {
        return call.name().equals("search_actions") ? ActionBoardFixture.bakery() : "{\"created\": \"x\"}";
    }
}

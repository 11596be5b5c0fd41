package dev.atelier.agentrun.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import dev.atelier.agentrun.model.builtin.BuiltInChatModelFixture;
import dev.atelier.kit.crypto.SecretSealer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A scripted endpoint and requests to it; answers are limited to 2,000 characters, silence to one second. */
abstract class ModelClientTestSupport {
    protected static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");
    protected static final Duration LIMIT = Duration.ofSeconds(20);
    protected static final int LONGEST = 2_000;
    protected static final List<Message> QUESTION =
            List.of(new SystemMessage("Be brief."), new UserMessage("How are you?"));
    protected static final ToolDescriptor SEARCH =
            new ToolDescriptor("search_actions", "Finds actions.", "{\"type\": \"object\", \"properties\": {}}");
    protected static final TokenPrice PRICE = new TokenPrice(2_000_000, 8_000_000, "EUR");

    protected final ScriptedModelEndpoint endpoint = new ScriptedModelEndpoint();

    @AfterEach
    void close() {
        endpoint.close();
    }

    protected static ModelSettings settings(boolean privateAllowed) {
        return new ModelSettings(
                privateAllowed, List.of(), Duration.ofSeconds(1), LONGEST, 8_192, Duration.ofSeconds(60));
    }

    protected static ChatModelFactory models() {
        return models(settings(true));
    }

    protected static ChatModelFactory models(ModelSettings settings) {
        return new ChatModelFactory(
                BuiltInChatModelFixture.model(),
                new StaticListableBeanFactory().getBeanProvider(SecretSealer.class),
                settings,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    protected static LanguageModel model(String address, ChatModelFactory models) {
        return models.of(address, "scripted", "sk-secret", PRICE, null);
    }

    protected LanguageModel model(Integer maxAnswerTokens) {
        return models().of(endpoint.baseUrl(), "scripted", "sk-secret", PRICE, maxAnswerTokens);
    }

    protected static ModelRequest question(Duration limit) {
        return new ModelRequest(QUESTION, List.of(SEARCH), 1_000, limit);
    }

    protected ModelAnswer ask() {
        return model(endpoint.baseUrl(), models()).answer(question(LIMIT));
    }

    protected ModelFailed.ModelFailure failure() {
        return failure(LIMIT);
    }

    protected ModelFailed.ModelFailure failure(Duration limit) {
        try {
            var answer = model(endpoint.baseUrl(), models()).answer(question(limit));
            throw new AssertionError("answered: " + answer.text());
        } catch (ModelFailed e) {
            return e.failure();
        }
    }

    protected void assertFails(ModelFailureReason modelFailureReason, Duration limit) {
        assertThat(failure(limit).why()).isEqualTo(modelFailureReason);
    }
}

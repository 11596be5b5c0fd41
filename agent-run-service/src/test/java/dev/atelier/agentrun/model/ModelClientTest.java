package dev.atelier.agentrun.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;

/** Requests to an OpenAI-compatible endpoint over real HTTP. */
class ModelClientTest extends ModelClientTestSupport {
    @Test
    void gathersAStreamedAnswerWithItsUsageAndCost() {
        endpoint.says("I am", " fine", ".");

        var answer = ask();

        assertThat(answer.text()).isEqualTo("I am fine.");
        assertThat(answer.reasoning()).isEmpty();
        assertThat(answer.model()).isEqualTo("scripted");
        assertThat(answer.charge()).isEqualTo(new ModelCharge(new TokenUsage(11, 7, false), 11 * 2 + 7 * 8, "EUR"));
    }

    @Test
    void sendsTheKeyTheMessagesAndTheTools() {
        ask();

        var recordedModelRequest = endpoint.asked().getFirst();
        assertThat(recordedModelRequest.authorization()).isEqualTo("Bearer sk-secret");
        assertThat(recordedModelRequest.body().path("stream").asBoolean()).isTrue();
        assertThat(recordedModelRequest.body().path("messages").size()).isEqualTo(2);
        assertThat(recordedModelRequest.body().at("/tools/0/function/name").asString())
                .isEqualTo("search_actions");
    }

    @Test
    void saysStrictWhereTheFormatHasIt() {
        ask();

        var function = endpoint.asked().getFirst().body().at("/tools/0/function");
        assertThat(function.path("strict").isBoolean()).isTrue();
        assertThat(function.path("parameters").has("strict")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500, , 500", "500, 200, 200", "50000, , 8192", "50000, 9000, 9000"})
    void sendsTheFewestTokensOfTheRunsTheConnectionsAndTheInstallations(int run, Integer connection, int sent) {
        model(connection).answer(new ModelRequest(QUESTION, List.of(), run, LIMIT));

        assertThat(endpoint.asked().getFirst().body().path("max_tokens").asInt())
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"1000000, 999998", "300, 298", "256, 256", "1, 1", "0, 1"})
    void anAnswerMayUseWhatTheRunHasLeftAfterThePrompt(long left, int most) {
        assertThat(ModelRequest.within(QUESTION, List.of(), left, LIMIT).maxTokens())
                .isBetween(most - 4, most);
    }

    @Test
    void refusesAPromptBeyondTheLimit() {
        var most = "x".repeat(ModelRequest.MOST_CHARACTERS);

        assertThat(new ModelRequest(List.of(new UserMessage(most)), List.of(), 1, LIMIT).messages())
                .hasSize(1);
        assertThatExceptionOfType(ModelFailed.class)
                .isThrownBy(() -> new ModelRequest(List.of(new UserMessage(most + "x")), List.of(), 1, LIMIT))
                .matches(failed -> failed.why() == ModelFailureReason.PROMPT_TOO_LONG);
    }

    @Test
    void handsCallsOfToolsOnInsteadOfMakingThem() {
        endpoint.calls("search_actions", "{\"state\": \"BLOCKED\"}");

        var call = ask().calls().getFirst();

        assertThat(call.id()).isEqualTo("call_1");
        assertThat(call.name()).isEqualTo("search_actions");
        assertThat(call.arguments()).isEqualTo("{\"state\": \"BLOCKED\"}");
    }

    @Test
    void doesNotWaitLongerThanItMay() {
        endpoint.isSilent();

        assertFails(ModelFailureReason.SLOW, Duration.ofMillis(300));
    }

    @Test
    void saysThatNobodyListensThere() {
        var address = endpoint.baseUrl();
        endpoint.close();

        assertThatExceptionOfType(ModelFailed.class)
                .isThrownBy(() -> model(address, models()).answer(question(LIMIT)))
                .matches(failed -> failed.why() == ModelFailureReason.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "10.0.0.1",
                "169.254.169.254",
                "192.0.0.8",
                "192.0.2.1",
                "[::1]",
                "[::7f00:1]",
                "[2002:a00:1::1]"
            })
    void refusesPrivateAddressesWhereTheyAreNotAllowed(String host) {
        var failed = refused("http://" + host + ":1/v1", settings(false));

        assertThat(failed.why()).isEqualTo(ModelFailureReason.PRIVATE_ADDRESS);
        assertThat(failed.getMessage()).contains("ATELIER_MODELS_ALLOW_PRIVATE_ADDRESSES=true");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsNothingInClearToAPublicHost(boolean privateAllowed) {
        assertThat(refused("http://93.184.215.14:1/v1", settings(privateAllowed))
                        .why())
                .isEqualTo(ModelFailureReason.NOT_ENCRYPTED);
    }

    @Test
    void theMetadataOfCloudsIsNoModelEvenWherePrivateNetworksAreAllowed() {
        assertThat(refused("http://169.254.169.254:1/v1", settings(true)).why())
                .isEqualTo(ModelFailureReason.PRIVATE_ADDRESS);
    }

    private ModelFailed refused(String address, ModelSettings settings) {
        try {
            model(address, models(settings)).answer(question(LIMIT));
        } catch (ModelFailed e) {
            return e;
        }
        throw new AssertionError("answered");
    }

    @Test
    void theBuiltInModelTakesTheSameRoad() {
        var answer = models().builtIn()
                .answer(new ModelRequest(
                        List.of(
                                new SystemMessage("Summarise the project's actions."),
                                new UserMessage("How does it stand?")),
                        List.of(SEARCH),
                        1_000,
                        Duration.ofSeconds(60)));

        assertThat(answer.model()).isEqualTo("atelier/built-in");
        assertThat(answer.calls()).hasSize(1);
        assertThat(answer.charge().usage().inputTokens()).isPositive();
        assertThat(answer.charge().usage().outputTokens()).isPositive();
        assertThat(answer.charge().costMicros()).isZero();
    }
}

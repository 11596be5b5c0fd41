package dev.atelier.agentrun.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.agentrun.model.ModelFailed.Why;
import dev.atelier.agentrun.model.builtin.BuiltIn;
import dev.atelier.kit.crypto.Secrets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Spring AI's road to an OpenAI-compatible endpoint, over real HTTP. */
class ChatsTest {
    private static final List<Message> QUESTION =
            List.of(new SystemMessage("Be brief."), new UserMessage("How are you?"));
    private static final ToolOffer SEARCH =
            new ToolOffer("search_actions", "Finds actions.", "{\"type\": \"object\", \"properties\": {}}");
    private static final Price PRICE = new Price(2_000_000, 8_000_000, "EUR");

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final ChatModels models = new ChatModels(
            BuiltIn.model(), new StaticListableBeanFactory().getBeanProvider(Secrets.class), new ModelSettings(true));

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void gathersAStreamedAnswerWithItsUsageAndCost() {
        endpoint.says("I am", " fine", ".");

        var answer = ask(Duration.ofSeconds(20));

        assertThat(answer.text()).isEqualTo("I am fine.");
        assertThat(answer.model()).isEqualTo("scripted");
        assertThat(answer.inputTokens()).isEqualTo(11);
        assertThat(answer.outputTokens()).isEqualTo(7);
        assertThat(answer.costMicros()).isEqualTo(11 * 2 + 7 * 8);
        assertThat(answer.currency()).isEqualTo("EUR");
    }

    @Test
    void sendsTheKeyTheMessagesAndTheTools() {
        ask(Duration.ofSeconds(20));

        var asked = endpoint.asked().getFirst();
        assertThat(asked.authorization()).isEqualTo("Bearer sk-secret");
        assertThat(asked.body().path("stream").asBoolean()).isTrue();
        assertThat(asked.body().path("messages").size()).isEqualTo(2);
        assertThat(asked.body().at("/tools/0/function/name").asString()).isEqualTo("search_actions");
    }

    @Test
    void handsCallsOfToolsOnInsteadOfMakingThem() {
        endpoint.calls("search_actions", "{\"state\": \"BLOCKED\"}");

        var call = ask(Duration.ofSeconds(20)).calls().getFirst();

        assertThat(call.id()).isEqualTo("call_1");
        assertThat(call.name()).isEqualTo("search_actions");
        assertThat(call.arguments()).isEqualTo("{\"state\": \"BLOCKED\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "400, REQUEST_REFUSED",
        "401, KEY_REFUSED",
        "403, KEY_REFUSED",
        "404, NOT_FOUND",
        "429, BUSY",
        "500, BROKEN",
        "503, BROKEN"
    })
    void saysWhatTheEndpointRefused(int status, Why why) {
        endpoint.fails(status);

        assertFails(why, Duration.ofSeconds(20));
    }

    @Test
    void noticesAnAnswerThatWasCutOff() {
        endpoint.isCutAfter("I am f");

        assertFails(Why.CUT, Duration.ofSeconds(20));
    }

    @Test
    void doesNotWaitLongerThanItMay() {
        endpoint.hangs();

        assertFails(Why.SLOW, Duration.ofSeconds(2));
    }

    @Test
    void saysThatNobodyListensThere() {
        var address = endpoint.baseUrl();
        endpoint.close();

        assertThatExceptionOfType(ModelFailed.class)
                .isThrownBy(() ->
                        Chats.ask(models.of(address, "m", "k"), PRICE, QUESTION, List.of(), Duration.ofSeconds(20)))
                .matches(failed -> failed.why() == Why.UNREACHABLE);
    }

    @Test
    void refusesPrivateAddressesWhereTheyAreNotAllowed() {
        var guarded = new ChatModels(
                BuiltIn.model(),
                new StaticListableBeanFactory().getBeanProvider(Secrets.class),
                new ModelSettings(false));

        for (var host : List.of(
                "127.0.0.1",
                "localhost",
                "10.0.0.1",
                "169.254.169.254",
                "192.0.0.8",
                "192.0.2.1",
                "[::1]",
                "[::7f00:1]",
                "[2002:a00:1::1]")) {
            assertThatExceptionOfType(ModelFailed.class)
                    .as(host)
                    .isThrownBy(() -> Chats.ask(
                            guarded.of("http://" + host + ":1/v1", "m", "k"),
                            PRICE,
                            QUESTION,
                            List.of(),
                            Duration.ofSeconds(20)))
                    .matches(failed -> failed.why() == Why.PRIVATE_ADDRESS);
        }
        assertThat(endpoint.asked()).isEmpty();
    }

    @Test
    void theBuiltInModelTakesTheSameRoad() {
        var answer = Chats.ask(
                models.builtIn(),
                Price.NONE,
                List.of(new SystemMessage("Summarise the project's actions."), new UserMessage("How does it stand?")),
                List.of(SEARCH),
                Duration.ofSeconds(60));

        assertThat(answer.model()).isEqualTo("atelier/built-in");
        assertThat(answer.calls()).hasSize(1);
        assertThat(answer.inputTokens()).isPositive();
        assertThat(answer.outputTokens()).isPositive();
        assertThat(answer.costMicros()).isZero();
    }

    private Answer ask(Duration limit) {
        return Chats.ask(
                models.of(endpoint.baseUrl(), "scripted", "sk-secret"), PRICE, QUESTION, List.of(SEARCH), limit);
    }

    private void assertFails(Why why, Duration limit) {
        assertThatExceptionOfType(ModelFailed.class)
                .isThrownBy(() -> ask(limit))
                .matches(failed -> failed.why() == why, why.name());
    }
}

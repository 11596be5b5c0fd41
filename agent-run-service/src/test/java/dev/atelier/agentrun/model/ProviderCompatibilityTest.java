package dev.atelier.agentrun.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real answers of endpoints that claim to be OpenAI-compatible. */
class ProviderCompatibilityTest extends ModelClientTestSupport {
    private static final String JSON = "application/json";
    private static final String WHOLE = """
            {"id": "c", "object": "chat.completion", "model": "scripted-2",
             "choices": [{"index": 0, "finish_reason": "stop",
               "message": {"role": "assistant", "content": "All is well."}}],
             "usage": {"prompt_tokens": 5, "completion_tokens": 4, "total_tokens": 9}}""";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"stop", "eos_token", "end_turn", "STOP", "something-new"})
    void anyReasonToFinishAndNoneMakesAWholeAnswer(String reason) {
        endpoint.finishes(reason, "All is well.");

        assertThat(ask().text()).isEqualTo("All is well.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "eos_token", "end_turn", "something-new"})
    void aReasonToFinishNeedsNoMarkOfTheEnd(String reason) {
        endpoint.answers(
                200,
                "text/event-stream",
                "data: {\"choices\": [{\"delta\": {\"content\": \"Fine.\"}, \"finish_reason\": \"" + reason
                        + "\"}]}\n\n");

        assertThat(ask().text()).isEqualTo("Fine.");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, "text/event-stream", "text/plain"})
    void anAnswerThatIsNotStreamedIsTaken(String type) {
        endpoint.answers(200, type, WHOLE);

        var answer = ask();

        assertThat(answer.text()).isEqualTo("All is well.");
        assertThat(answer.model()).isEqualTo("scripted-2");
        assertThat(answer.charge().usage()).isEqualTo(new TokenUsage(5, 4, false));
    }

    @Test
    void aCallInAnAnswerThatIsNotStreamedIsTaken() {
        endpoint.answers(200, JSON, """
                {"choices": [{"finish_reason": "tool_calls", "message": {"content": null, "tool_calls": [
                  {"id": "a", "function": {"name": "search_actions", "arguments": {"state": "OPEN"}}},
                  {"id": "", "function": {"name": "search_actions", "arguments": "{}"}}]}}]}""");

        var calls = ask().calls();

        assertThat(calls).extracting("id").containsExactly("a", "call_2");
        assertThat(calls).extracting("arguments").containsExactly("{\"state\":\"OPEN\"}", "{}");
    }

    @Test
    void aStreamWithoutBlankLinesIsTaken() {
        endpoint.answers(200, "text/event-stream", """
                data: {"choices": [{"delta": {"content": "All"}}]}
                data: {"choices": [{"delta": {"content": " well."}, "finish_reason": "stop"}]}
                data: [DONE]
                """);

        assertThat(ask().text()).isEqualTo("All well.");
    }

    @Test
    void usageThatNobodyReportsIsEstimatedAndSaysSo() {
        endpoint.finishes("stop", "x".repeat(400));

        var charge = ask().charge();

        assertThat(charge.usage().estimated()).isTrue();
        assertThat(charge.usage().outputTokens()).isEqualTo(100);
        assertThat(charge.usage().inputTokens()).isBetween(50L, 200L);
        assertThat(charge.costMicros()).isEqualTo(charge.usage().inputTokens() * 2 + 100 * 8);
        assertThat(charge.currency()).isEqualTo("EUR");
    }

    @Test
    void anAnswerThatStopsForWantOfTokensIsNotAskedAgainAndItsUsageCounts() {
        endpoint.finishes("length", "All is w", 11, 1_000);

        var failed = failure();

        assertThat(failed.why()).isEqualTo(ModelFailureReason.TRUNCATED);
        assertThat(failed.why().tries()).isEqualTo(1);
        assertThat(failed.partialAnswer()).isEqualTo("All is w");
        assertThat(failed.charge()).isEqualTo(new ModelCharge(new TokenUsage(11, 1_000, false), 22 + 8_000, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "<think>What now?</think>"})
    void anAnswerOfNothingFailsAndIsTriedOnceMore(String text) {
        endpoint.finishes("stop", text);

        assertThat(failure().why()).isEqualTo(ModelFailureReason.EMPTY);
        assertThat(ModelFailureReason.EMPTY.tries()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>\nThey ask how\nI am.\n</think>\n\nFine.",
                "They ask how\nI am.\n</think>\n\nFine.",
                "<think>They ask how</think><think>\nI am.</think>Fine."
            })
    void whatTheModelThinksAloudIsNotItsAnswer(String text) {
        endpoint.finishes("stop", text);

        var answer = ask();

        assertThat(answer.text()).isEqualTo("Fine.");
        assertThat(answer.reasoning()).isEqualTo("They ask how\nI am.");
    }

    @Test
    void reasoningInAFieldOfItsOwnIsNotItsAnswerEither() {
        endpoint.deltas(
                "{\"reasoning_content\": \"They ask\"}", "{\"reasoning\": \" me.\"}", "{\"content\": \"Fine.\"}");

        var answer = ask();

        assertThat(answer.text()).isEqualTo("Fine.");
        assertThat(answer.reasoning()).isEqualTo("They ask me.");
    }

    @Test
    void anAnswerAboutTheTagStaysWhole() {
        endpoint.finishes("stop", "Write <think> before </think> it.");

        assertThat(ask().text()).isEqualTo("Write <think> before </think> it.");
    }

    @Test
    void anAnswerIsAsLongAsAllowedAndNoLonger() {
        endpoint.finishes("stop", "x".repeat(LONGEST));
        assertThat(ask().text()).hasSize(LONGEST);

        endpoint.finishes("stop", "x".repeat(LONGEST + 1));
        assertThat(failure().why()).isEqualTo(ModelFailureReason.TOO_LONG);
        assertThat(ModelFailureReason.TOO_LONG.tries()).isEqualTo(1);
    }

    @Test
    void anEndpointThatDoesNotKeepToTheTokensItWasSentIsStopped() {
        var model = model(16);
        endpoint.finishes("stop", "x".repeat(1_000 + 12 * 16));
        assertThat(model.answer(question(LIMIT)).text()).hasSize(1_192);

        endpoint.finishes("stop", "x".repeat(1_000 + 12 * 16 + 1));
        assertThat(failure(model).why()).isEqualTo(ModelFailureReason.TOO_LONG);
    }

    @Test
    void anAnswerWithoutEndIsCutWhileItComesAndCounts() {
        endpoint.neverEnds("and on ");

        var failed = failure();

        assertThat(failed.why()).isEqualTo(ModelFailureReason.TOO_LONG);
        assertThat(failed.charge()).isNotNull();
        assertThat(failed.charge().usage().estimated()).isTrue();
        assertThat(failed.charge().usage().outputTokens()).isBetween(490L, 501L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void piecesOfNothingWithoutEndAreCutAtTheLimitOfTime(String piece) {
        endpoint.neverEnds(piece);

        assertThat(failure(Duration.ofSeconds(1)).why()).isEqualTo(ModelFailureReason.TOO_LONG);
    }

    @Test
    void aLineOrDocumentWithoutEndIsNotHeld() {
        var line = "x".repeat(4 * LONGEST + 64 * 1024);
        endpoint.answers(
                200, "text/event-stream", "data: {\"choices\": [{\"delta\": {\"content\": \"" + line + "\"}}]}\n\n");
        assertThat(failure().why()).isEqualTo(ModelFailureReason.TOO_LONG);

        endpoint.answers(200, JSON, "{\"choices\": [{\"message\": {\"content\": \"" + line + "\"}}]}");
        assertThat(failure().why()).isEqualTo(ModelFailureReason.TOO_LONG);
    }

    @Test
    void moreCallsThanAnAnswerMayHoldAreTooMany() {
        var calls = "{\"index\": %d, \"id\": \"c\", \"function\": {\"name\": \"f\", \"arguments\": \"{}\"}}";
        endpoint.deltas(java.util.stream.IntStream.range(0, 129)
                .mapToObj(index -> "{\"tool_calls\": [" + calls.formatted(index) + "]}")
                .toArray(String[]::new));

        assertThat(failure().why()).isEqualTo(ModelFailureReason.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | text/html        | <!DOCTYPE html><html><body>Welcome</body></html>",
                "200 | application/json | {\"status\": \"ok\"}",
                "200 | text/plain       | It works!",
                "301 | text/html        | <html>moved</html>",
                "405 | text/html        | <html>no</html>"
            })
    void whatIsNoModelIsCalledThat(int status, String type, String body) {
        endpoint.answers(status, type, body);

        var failed = failure();

        assertThat(failed.why()).isEqualTo(ModelFailureReason.NOT_COMPATIBLE);
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.sentence()).contains("(HTTP " + status + ")");
        assertThat(failed.charge()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "400, REQUEST_REFUSED",
        "401, KEY_REFUSED",
        "402, REQUEST_REFUSED",
        "403, KEY_REFUSED",
        "404, NOT_FOUND",
        "429, BUSY",
        "500, BROKEN",
        "503, BROKEN",
        "529, BROKEN"
    })
    void aRefusalTellsItsStatusAndTheProvidersWords(int status, ModelFailureReason modelFailureReason) {
        endpoint.answers(status, JSON, "{\"error\": {\"message\": \"Incorrect key sk-secret\\nprovided.\"}}");

        var failed = failure();

        assertThat(failed.why()).isEqualTo(modelFailureReason);
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.message()).isEqualTo("Incorrect key ••• provided.");
        assertThat(failed.sentence()).endsWith("(HTTP " + status + ").").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\": \"no such model\"}                                 | no such model",
                "{\"message\": \"slow down\"}                                   | slow down",
                "{\"detail\": [{\"msg\": \"field required\"}]}                  | field required",
                "[{\"error\": {\"message\": \"API key not valid\"}}]            | API key not valid",
                "plain words                                                    | plain words",
                "<html>a page</html>                                            | ''",
                "Key sk-proj-abcdef123456 is bad                                | Key ••• is bad",
                "Use Bearer abc123 please                                       | Use ••• please",
                "Meta-Llama-3-1-8B-Instruct-Q4_K_M-GGUF is unknown              | Meta-Llama-3-1-8B-Instruct-Q4_K_M-GGUF is unknown",
                "token a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4 expired                 | token ••• expired"
            })
    void theProvidersWordsAreFoundAndKeysInThemHidden(String body, String message) {
        endpoint.answers(400, JSON, body);

        assertThat(failure().message()).isEqualTo(message);
    }

    @Test
    void theProvidersWordsAreShortened() {
        endpoint.answers(400, JSON, "{\"error\": {\"message\": \"" + "no ".repeat(5_000) + "\"}}");

        assertThat(failure().message()).hasSize(300).endsWith("…");
    }

    @Test
    void anErrorWithinAStreamIsOneWithItsStatus() {
        endpoint.answers(200, "text/event-stream", """
                data: {"choices": [{"delta": {"content": "All"}}]}

                data: {"error": {"message": "Provider is over its limits", "code": 429}}

                """);

        var failed = failure();

        assertThat(failed.why()).isEqualTo(ModelFailureReason.BUSY);
        assertThat(failed.status()).isEqualTo(429);
        assertThat(failed.message()).isEqualTo("Provider is over its limits");
        assertThat(failed.charge()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                             | 7",
                "0                             | 0",
                "Mon, 30 Nov 2026 20:00:40 GMT | 40",
                "Mon, 30 Nov 2026 19:00:00 GMT | 0",
                "3600                          | 60",
                "soon                          | 1",
                "-5                            | 1"
            })
    void thePauseThatTheEndpointAsksForIsKeptWithinTheLimit(String header, int seconds) {
        endpoint.answers(429, JSON, "{}", "Retry-After", header);

        assertThat(new ModelRetryPolicy(settings(true)).pauseAfter(failure(), 1))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"BUSY, 1, 1", "BUSY, 2, 2", "BUSY, 3, ", "EMPTY, 1, 1", "EMPTY, 2, ", "KEY_REFUSED, 1, ", "TOO_LONG, 1,"
    })
    void whatMayPassIsTriedAgainAFewTimes(ModelFailureReason modelFailureReason, int tries, Integer seconds) {
        assertThat(new ModelRetryPolicy(settings(true))
                        .pauseAfter(ModelFailed.of(modelFailureReason).failure(), tries))
                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @Test
    void aRequestThatTheEndpointTookIsNotSentAgainUnseen() {
        endpoint.says("ready");
        var model = model(endpoint.baseUrl(), models());
        model.answer(question(LIMIT));
        endpoint.hangsUp();

        assertThat(failure(model).why()).isEqualTo(ModelFailureReason.UNREACHABLE);
        assertThat(endpoint.asked()).hasSize(2);
    }

    @Test
    void aNameWithSeveralAddressesIsTriedAtEach() {
        var byName = endpoint.baseUrl().replace("127.0.0.1", "localhost");

        assertThat(model(byName, models()).answer(question(LIMIT)).text()).isEqualTo("ready");
    }

    @Test
    void noFirstByteIsSlowAndNotCut() {
        endpoint.isSilent();

        var failed = failure();

        assertThat(failed.why()).isEqualTo(ModelFailureReason.SLOW);
        assertThat(failed.charge()).isNull();
    }

    @Test
    void silenceWithinAnAnswerCutsItAndCounts() {
        endpoint.hangs();

        var failed = failure();

        assertThat(failed.why()).isEqualTo(ModelFailureReason.CUT);
        assertThat(failed.partialAnswer()).isEqualTo("w");
        assertThat(failed.charge()).isNotNull();
    }

    @Test
    void anAnswerThatEndsWithoutAWordIsCut() {
        endpoint.isCutAfter("I am f");

        assertThat(failure().why()).isEqualTo(ModelFailureReason.CUT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead. | max_completion_tokens | 1000",
                "max_tokens is too large: 1000. This model supports at most 512 completion tokens.                          | max_tokens            | 512"
            })
    void aRefusedFieldIsSentAsTheEndpointWantsIt(String message, String field, int value) {
        var model = model(endpoint.baseUrl(), models());
        endpoint.answers(400, JSON, "{\"error\": {\"message\": \"" + message + "\"}}");
        endpoint.says("Fine.");

        var failed = failure(model);
        assertThat(new ModelRetryPolicy(settings(true)).pauseAfter(failed, 1)).isEqualTo(Duration.ZERO);

        assertThat(model.answer(question(LIMIT)).text()).isEqualTo("Fine.");
        assertThat(endpoint.asked().getLast().body().path(field).asInt()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"stream_options, /stream_options", "strict, /tools/0/function/strict"})
    void aFieldThatTheEndpointDoesNotKnowIsLeftOut(String name, String pointer) {
        var model = model(endpoint.baseUrl(), models());
        endpoint.answers(422, JSON, "{\"detail\": \"Extra inputs are not permitted: " + name + "\"}");
        endpoint.says("Fine.");
        failure(model);

        model.answer(question(LIMIT));

        assertThat(endpoint.asked().getFirst().body().at(pointer).isMissingNode())
                .isFalse();
        assertThat(endpoint.asked().getLast().body().at(pointer).isMissingNode())
                .isTrue();
    }

    private static ModelFailed.ModelFailure failure(LanguageModel model) {
        try {
            model.answer(question(LIMIT));
        } catch (ModelFailed e) {
            return e.failure();
        }
        throw new AssertionError(List.of("answered"));
    }
}

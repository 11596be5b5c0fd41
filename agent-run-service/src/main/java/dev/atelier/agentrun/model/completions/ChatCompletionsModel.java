package dev.atelier.agentrun.model.completions;

import dev.atelier.agentrun.model.LanguageModel;
import dev.atelier.agentrun.model.ModelAnswer;
import dev.atelier.agentrun.model.ModelFailed;
import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import dev.atelier.agentrun.model.ModelRequest;
import dev.atelier.agentrun.model.TokenPrice;
import dev.atelier.kit.http.RetryAfterHeader;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** A model at an OpenAI-compatible endpoint. Source: OpenAI API reference, Create chat completion. */
public final class ChatCompletionsModel implements LanguageModel {
    private static final long MOST_OF_A_REFUSAL = 64 * 1024;
    private static final long CHARACTERS_OF_A_TOKEN = 12;
    private static final long SOME_CHARACTERS = 1_000;

    private final CompletionHttpClients clients;
    private final String url;
    private final String model;
    private final String key;
    private final TokenPrice price;
    private final int maxAnswerTokens;
    private volatile RequestDialect dialect = RequestDialect.USUAL;

    /**
     * @param baseUrl the address before {@code /chat/completions}
     * @param key empty when the endpoint needs none
     */
    public ChatCompletionsModel(
            CompletionHttpClients clients,
            String baseUrl,
            String model,
            String key,
            TokenPrice price,
            int maxAnswerTokens) {
        this.clients = clients;
        this.url = baseUrl + "/chat/completions";
        this.model = model;
        this.key = key;
        this.price = price;
        this.maxAnswerTokens = maxAnswerTokens;
    }

    @Override
    public ModelAnswer answer(ModelRequest question) {
        var address = HttpUrl.parse(url);
        if (address == null) {
            throw ModelFailed.of(ModelFailureReason.UNREACHABLE);
        }
        var now = dialect;
        int maxTokens = Math.max(1, Math.min(question.maxTokens(), Math.min(maxAnswerTokens, now.mostTokens())));
        var body = CompletionRequest.bytes(model, question, maxTokens, now);
        var call = clients.of(address).newCall(request(address, body));
        call.timeout().timeout(Math.max(1, question.limit().toMillis()), TimeUnit.MILLISECONDS);
        var gathered = new PartialAnswer(model, most(maxTokens), body.length, price);
        int status = 0;
        try (var response = call.execute()) {
            if (!response.isSuccessful()) {
                throw refused(response, now, maxTokens);
            }
            status = response.code();
            new ChatCompletionReader(response.body().source(), clients.answerCharacters()).read(gathered);
            return gathered.answer();
        } catch (ModelFailed e) {
            throw status == 0 ? e : gathered.failed(masked(e, status));
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            var failed = NetworkFailureMapper.of(e, status != 0, gathered.hasContent());
            throw status == 0 ? failed : gathered.failed(masked(failed, status));
        } finally {
            call.cancel();
        }
    }

    /**
     * Returns the maximum number of characters of an answer, so that an endpoint that ignores the token limit is also
     * stopped. The limit leaves space for texts with few tokens.
     */
    private int most(int maxTokens) {
        return (int) Math.min(clients.answerCharacters(), SOME_CHARACTERS + CHARACTERS_OF_A_TOKEN * maxTokens);
    }

    private Request request(HttpUrl address, byte[] body) {
        var request = new Request.Builder()
                .url(address)
                .header("Accept", "text/event-stream, application/json")
                .post(new NonRepeatableBody(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.build();
    }

    private ModelFailed refused(Response response, RequestDialect used, int maxTokens) {
        int status = response.code();
        var message = ProviderMessage.in(beginning(response));
        var failed = ModelFailed.of(ModelStatusMapper.why(status))
                .withProviderResponse(status, ProviderMessage.masked(message, key))
                .retryingAfter(RetryAfterHeader.read(
                        response.header("Retry-After"), clients.clock().instant()));
        var other = used.adaptedTo(status, message, maxTokens);
        if (other == null) {
            return failed;
        }
        dialect = other;
        return failed.adapted();
    }

    private static String beginning(Response response) {
        try {
            var source = response.body().source();
            source.request(MOST_OF_A_REFUSAL);
            return source.getBuffer().readUtf8(Math.min(source.getBuffer().size(), MOST_OF_A_REFUSAL));
        } catch (IOException e) {
            return "";
        }
    }

    /** Adds the response's status and masks the key, which an endpoint may repeat in an error within its answer. */
    private ModelFailed masked(ModelFailed failed, int status) {
        var said = failed.failure();
        return failed.withProviderResponse(
                said.status() == null ? status : said.status(), ProviderMessage.masked(said.message(), key));
    }
}

package dev.atelier.kit.http;

import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.web.ETags;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.util.UriBuilder;
import tools.jackson.core.exc.JacksonIOException;

/**
 * A request to another service. A refusal of that service is thrown as {@link RemoteRefusal} of the same type; a
 * failure or a timeout as {@link ServiceUnavailable}.
 */
public final class InternalRequest {
    private final InternalClient client;
    private final HttpMethod method;
    private final String path;
    private final List<Object> variables;
    private final List<String> parameters = new ArrayList<>();
    private final HttpHeaders headers = new HttpHeaders();
    private @Nullable Object body;

    InternalRequest(
            InternalClient client, Consumer<HttpHeaders> who, HttpMethod method, String path, Object... variables) {
        this.client = client;
        this.method = method;
        this.path = path;
        this.variables = new ArrayList<>(Arrays.asList(variables));
        who.accept(headers);
    }

    /** Adds a query parameter; a null value is left out. */
    public InternalRequest query(String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name);
            variables.add(value);
        }
        return this;
    }

    /** Adds an idempotency key, which makes a change safe to repeat: the other service executes it once. */
    public InternalRequest idempotencyKey(String idempotencyKey) {
        headers.set(IdempotencyKey.HEADER, idempotencyKey);
        return this;
    }

    /** Sets the version that the change is based on. */
    public InternalRequest ifMatch(long version) {
        headers.setIfMatch(ETags.of(version));
        return this;
    }

    /** Sets the body, which is written as JSON. */
    public InternalRequest body(Object json) {
        this.body = json;
        return this;
    }

    /** Sends the request and reads the response from JSON; unknown properties are ignored. */
    public <T> T retrieve(Class<T> type) {
        return retrieve(ParameterizedTypeReference.forType(type));
    }

    /** Sends the request and reads a response of a generic type. */
    public <T> T retrieve(ParameterizedTypeReference<T> type) {
        return exchange(MediaType.APPLICATION_JSON, repeatable(), response -> {
            var answer = response.bodyTo(type);
            if (answer == null) {
                throw new IllegalStateException("the response of " + path + " is empty");
            }
            return answer;
        });
    }

    /** Sends the request and ignores the content of the response. */
    public void send() {
        exchange(MediaType.APPLICATION_JSON, repeatable(), response -> true);
    }

    /**
     * Sends the request and reads a response of any length line by line (NDJSON), in constant memory. Never retried,
     * because lines were already passed on; a truncated response is thrown as {@link ServiceUnavailable}.
     */
    public <T> void readLines(Class<T> type, Consumer<? super T> line) {
        exchange(MediaType.APPLICATION_NDJSON, false, response -> {
            try (var lines = client.json().readerFor(type).<T>readValues(response.getBody())) {
                lines.forEachRemaining(line);
            }
            return true;
        });
    }

    /** Sends the request and reads a response that is not JSON, such as a PDF. Never retried. */
    public <T> T stream(MediaType accepted, ResponseBodyReader<T> reader) {
        return exchange(accepted, false, response -> reader.read(response.getBody()));
    }

    /** Reads a stream while it is open. */
    @FunctionalInterface
    public interface ResponseBodyReader<T> {
        T read(InputStream content) throws IOException;
    }

    private interface ResponseReader<T> {
        T read(ConvertibleClientHttpResponse response) throws IOException;
    }

    private boolean repeatable() {
        return method.equals(HttpMethod.GET) || headers.containsHeader(IdempotencyKey.HEADER);
    }

    private <T> T exchange(MediaType accepted, boolean repeatable, ResponseReader<T> responseReader) {
        return client.resilience().execute(() -> once(accepted, responseReader), repeatable);
    }

    private <T> T once(MediaType accepted, ResponseReader<T> responseReader) {
        var request = client.http()
                .method(method)
                .uri(this::address)
                .headers(all -> all.addAll(headers))
                .accept(accepted, MediaType.APPLICATION_PROBLEM_JSON);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchangeForRequiredValue((sent, response) -> {
            client.responseChecker().check(response);
            try {
                return responseReader.read(response);
            } catch (JacksonIOException | UncheckedIOException e) {
                throw new ResourceAccessException("the response of " + path + " is incomplete", new IOException(e));
            }
        });
    }

    private URI address(UriBuilder builder) {
        builder.path(path);
        parameters.forEach(name -> builder.queryParam(name, "{" + name + "}"));
        return builder.build(variables.toArray());
    }
}

package dev.atelier.agentrun.model.completions;

import dev.atelier.agentrun.model.ModelFailed;
import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer: server-sent events, or one JSON document from an endpoint that does not stream, whatever its content
 * type is. Lines and documents in memory are limited to the size of the longest allowed answer.
 */
final class ChatCompletionReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Maximum number of bytes of an answer; most of a stream is the JSON around each token. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final BufferedSource source;
    private final int longestLine;

    ChatCompletionReader(BufferedSource source, int answerCharacters) {
        this.source = Okio.buffer(new BoundedInputStream(source));
        this.longestLine = 4 * answerCharacters + 64 * 1024;
    }

    /**
     * Reads to the end of the answer.
     *
     * @throws ModelFailed when the answer is too long, an error, or not from a model endpoint
     */
    void read(PartialAnswer into) throws IOException {
        int first = first();
        if (first >= 0) {
            into.markReceived();
        }
        switch (first) {
            case '{', '[' -> readDocument(into);
            case '<' -> throw ModelFailed.of(ModelFailureReason.NOT_COMPATIBLE);
            default -> readEvents(into);
        }
    }

    /** Returns the first byte that is neither whitespace nor a byte order mark; -1 when there is none. */
    private int first() throws IOException {
        while (source.request(1)) {
            int next = source.getBuffer().getByte(0) & 0xFF;
            if (next > ' ' && next != 0xEF && next != 0xBB && next != 0xBF) {
                return next;
            }
            source.skip(1);
        }
        return -1;
    }

    private void readDocument(PartialAnswer into) throws IOException {
        if (source.request(longestLine + 1L)) {
            throw ModelFailed.of(ModelFailureReason.TOO_LONG);
        }
        var document = parsed(source.readUtf8());
        if (document == null) {
            throw ModelFailed.of(ModelFailureReason.NOT_COMPATIBLE);
        }
        into.part(document.isArray() ? document.path(0) : document);
        into.complete();
    }

    private void readEvents(PartialAnswer into) throws IOException {
        var data = new StringBuilder();
        for (var line = line(); line != null; line = line()) {
            if (line.isEmpty()) {
                data.setLength(0);
            } else if (line.startsWith("data:")) {
                data.append(line, "data:".length(), line.length());
                var text = data.toString().strip();
                if (text.equals("[DONE]")) {
                    into.complete();
                    return;
                }
                var part = parsed(text);
                if (part == null && data.length() > longestLine) {
                    throw ModelFailed.of(ModelFailureReason.TOO_LONG);
                } else if (part == null) {
                    data.append('\n');
                } else {
                    into.part(part);
                    data.setLength(0);
                }
            }
        }
    }

    /** Returns the next line; null at the end. */
    private @Nullable String line() throws IOException {
        long end = source.indexOf((byte) '\n', 0, longestLine);
        if (end < 0 && source.request(longestLine)) {
            throw ModelFailed.of(ModelFailureReason.TOO_LONG);
        }
        if (end < 0) {
            return source.exhausted() ? null : source.readUtf8();
        }
        var line = source.readUtf8(end);
        source.skip(1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** Parses JSON; null when the text is no object or array. */
    private static @Nullable JsonNode parsed(String text) {
        if (text.isEmpty() || (text.charAt(0) != '{' && text.charAt(0) != '[')) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Limits the length of an answer. */
    private static final class BoundedInputStream extends ForwardingSource {
        private long read;

        BoundedInputStream(Source delegate) {
            super(delegate);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long now = super.read(sink, byteCount);
            read += Math.max(0, now);
            if (read > MOST_BYTES) {
                throw ModelFailed.of(ModelFailureReason.TOO_LONG);
            }
            return now;
        }
    }
}

package dev.atelier.gateway.requestvalidation;

import dev.atelier.kit.problem.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes percent-encoded UTF-8 strictly. Source: RFC 3986, section 2.1; RFC 3629. */
record PercentDecoder(String field) {
    static final PercentDecoder PATH = new PercentDecoder("path");
    static final PercentDecoder QUERY = new PercentDecoder("query");

    /** Rejects invalid UTF-8, including over-long forms, and the null character. */
    String decode(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            char one = encoded.charAt(at);
            if (one == '%') {
                bytes.write(16 * hex(encoded, at + 1) + hex(encoded, at + 2));
                at += 2;
            } else {
                bytes.writeBytes(String.valueOf(one).getBytes(StandardCharsets.UTF_8));
            }
        }
        return text(bytes.toByteArray());
    }

    private int hex(String encoded, int at) {
        int digit = at < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
        if (digit < 0) {
            throw refused();
        }
        return digit;
    }

    private String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw refused();
            }
            return text;
        } catch (CharacterCodingException e) {
            throw refused();
        }
    }

    private InvalidInput refused() {
        return InvalidInput.of(field, "must be percent-encoded UTF-8 without null characters");
    }
}

package dev.atelier.notification.webhook.dispatch;

import dev.atelier.notification.webhook.delivery.DeliveryAttempt.LoggedHeader;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prepares requests and responses for the log: truncates them and masks credentials. */
final class DeliveryLogSanitizer {
    /** Maximum number of characters of a response body. */
    static final int BODY = 2_000;

    private static final int HEADERS = 30;
    private static final int VALUE = 200;
    private static final String MASK = "***";
    private static final Set<String> SECRET = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "set-cookie",
            "www-authenticate",
            "proxy-authenticate",
            "x-api-key",
            "webhook-signature");

    private DeliveryLogSanitizer() {}

    static List<LoggedHeader> headers(org.apache.hc.core5.http.Header... headers) {
        return Arrays.stream(headers)
                .limit(HEADERS)
                .map(header -> new LoggedHeader(cut(header.getName(), VALUE), value(header)))
                .toList();
    }

    /** Masks the query, which may contain a key. */
    static String url(URI url) {
        var text = url.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query) + "?" + MASK;
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    private static String value(org.apache.hc.core5.http.Header header) {
        return SECRET.contains(header.getName().toLowerCase(Locale.ROOT))
                ? MASK
                : cut(String.valueOf(header.getValue()), VALUE);
    }
}

package dev.atelier.client;

/** A response has another status or content than the caller expected. */
public final class UnexpectedResponse extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 600;

    UnexpectedResponse(ApiClientResponse apiClientResponse, String expectation) {
        super("%s answered %d, %s: %s"
                .formatted(
                        apiClientResponse.request(), apiClientResponse.status(), expectation, body(apiClientResponse)));
    }

    private static String body(ApiClientResponse apiClientResponse) {
        var text = apiClientResponse.body();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}

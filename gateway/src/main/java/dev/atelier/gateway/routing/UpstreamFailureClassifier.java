package dev.atelier.gateway.routing;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Recognises failures of a service: it cannot be reached, closes the connection or does not answer. Failures of the
 * client are not among them: its request was complete before, and for a file in transit a {@link ClientBodyAborted} is
 * thrown.
 */
final class UpstreamFailureClassifier {
    private UpstreamFailureClassifier() {}

    static boolean isUpstreamFailure(Throwable failure) {
        return cause(failure, IOException.class) != null && cause(failure, RequestFailedException.class) == null;
    }

    /** Whether the service was reached and did not answer in time. */
    static boolean isReadTimeout(Throwable failure) {
        return cause(failure, SocketTimeoutException.class) != null
                && cause(failure, ConnectTimeoutException.class) == null;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}

package dev.atelier.agentrun.model;

import com.openai.errors.OpenAIServiceException;
import dev.atelier.agentrun.model.ModelFailed.Why;
import dev.atelier.kit.network.AddressRefused;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Says in our words what went wrong between us and a model. */
final class Failures {
    private Failures() {}

    /** The failure to report, or the exception itself where it is none of the model's. */
    static RuntimeException of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var why = why(cause);
            if (why != null) {
                return new ModelFailed(why);
            }
        }
        return Thread.currentThread().isInterrupted() ? failure : new ModelFailed(Why.BROKEN);
    }

    private static @Nullable Why why(Throwable cause) {
        return switch (cause) {
            case ModelFailed failed -> failed.why();
            case OpenAIServiceException refused -> status(refused.statusCode());
            case AddressRefused refused -> Why.PRIVATE_ADDRESS;
            case UnknownHostException unknown -> Why.UNREACHABLE;
            case ConnectException refused -> Why.UNREACHABLE;
            case SocketTimeoutException late -> Why.SLOW;
            case TimeoutException late -> Why.SLOW;
            case InterruptedIOException cut -> Why.CUT;
            case java.io.EOFException cut -> Why.CUT;
            case java.net.ProtocolException cut -> Why.CUT;
            case IllegalStateException late
            when String.valueOf(late.getMessage()).startsWith("Timeout on blocking read") -> Why.SLOW;
            default -> null;
        };
    }

    private static Why status(int status) {
        return switch (status) {
            case 401, 403 -> Why.KEY_REFUSED;
            case 404 -> Why.NOT_FOUND;
            case 408, 504 -> Why.SLOW;
            case 429 -> Why.BUSY;
            default -> status >= 500 ? Why.BROKEN : Why.REQUEST_REFUSED;
        };
    }
}

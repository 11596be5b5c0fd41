package dev.atelier.agentrun.model.completions;

import dev.atelier.agentrun.model.ModelFailed;
import dev.atelier.agentrun.model.ModelFailed.Why;
import dev.atelier.kit.network.AddressRefused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in our words what went wrong on the way to an endpoint and back. */
final class NetworkFailures {
    private NetworkFailures() {}

    /**
     * The failure to report.
     *
     * @param answering whether the endpoint's status had come
     * @param begun whether something of the answer had come
     */
    static ModelFailed of(IOException failure, boolean answering, boolean begun) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AddressRefused refused) {
                return ModelFailed.of(refused.encryptionMissing() ? Why.NOT_ENCRYPTED : Why.PRIVATE_ADDRESS);
            }
        }
        return ModelFailed.of(
                switch (failure) {
                    case SSLException tls -> answering ? Why.CUT : Why.TLS_FAILED;
                    case SocketTimeoutException late when connecting(late) -> Why.UNREACHABLE;
                    case SocketTimeoutException late -> begun ? Why.CUT : Why.SLOW;
                    case InterruptedIOException late -> begun ? Why.TOO_LONG : Why.SLOW;
                    case ProtocolException foreign -> answering ? Why.CUT : Why.NOT_COMPATIBLE;
                    default -> answering ? Why.CUT : Why.UNREACHABLE;
                });
    }

    private static boolean connecting(SocketTimeoutException late) {
        return String.valueOf(late.getMessage()).toLowerCase(Locale.ROOT).startsWith("connect timed out");
    }
}

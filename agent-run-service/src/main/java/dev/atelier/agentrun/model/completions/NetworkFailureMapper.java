package dev.atelier.agentrun.model.completions;

import dev.atelier.agentrun.model.ModelFailed;
import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import dev.atelier.kit.network.NetworkAddressRefused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Maps network errors to failure reasons. */
final class NetworkFailureMapper {
    private NetworkFailureMapper() {}

    /**
     * Returns the failure.
     *
     * @param answering whether the response's status was received
     * @param begun whether a part of the answer was received
     */
    static ModelFailed of(IOException failure, boolean answering, boolean begun) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NetworkAddressRefused refused) {
                return ModelFailed.of(
                        refused.encryptionMissing()
                                ? ModelFailureReason.NOT_ENCRYPTED
                                : ModelFailureReason.PRIVATE_ADDRESS);
            }
        }
        return ModelFailed.of(
                switch (failure) {
                    case SSLException tls -> answering ? ModelFailureReason.CUT : ModelFailureReason.TLS_FAILED;
                    case SocketTimeoutException late when connecting(late) -> ModelFailureReason.UNREACHABLE;
                    case SocketTimeoutException late -> begun ? ModelFailureReason.CUT : ModelFailureReason.SLOW;
                    case InterruptedIOException late -> begun ? ModelFailureReason.TOO_LONG : ModelFailureReason.SLOW;
                    case ProtocolException foreign ->
                        answering ? ModelFailureReason.CUT : ModelFailureReason.NOT_COMPATIBLE;
                    default -> answering ? ModelFailureReason.CUT : ModelFailureReason.UNREACHABLE;
                });
    }

    private static boolean connecting(SocketTimeoutException late) {
        return String.valueOf(late.getMessage()).toLowerCase(Locale.ROOT).startsWith("connect timed out");
    }
}

package dev.atelier.kit.http.loadbalancer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Whether a request that failed without a response may have been executed. */
final class ConnectionFailure {
    private ConnectionFailure() {}

    /** Whether no connection was established, so nothing was sent. */
    static boolean nothingWasSent(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException;
    }

    /** Whether the connection was closed after it was established; the request may or may not have been executed. */
    static boolean isConnectionBroken(IOException failure) {
        return !nothingWasSent(failure)
                && (failure instanceof SocketException
                        || failure instanceof NoHttpResponseException
                        || failure instanceof ConnectionClosedException);
    }
}

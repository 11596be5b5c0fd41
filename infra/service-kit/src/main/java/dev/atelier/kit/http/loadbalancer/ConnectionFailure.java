package dev.atelier.kit.http.loadbalancer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What a request that got no answer may have done. */
final class ConnectionFailure {
    private ConnectionFailure() {}

    /** No connection came about. */
    static boolean nothingWasSent(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException;
    }

    /** The other side closed the connection; whether it did its work is not known. */
    static boolean brokenOff(IOException failure) {
        return !nothingWasSent(failure)
                && (failure instanceof SocketException
                        || failure instanceof NoHttpResponseException
                        || failure instanceof ConnectionClosedException);
    }
}

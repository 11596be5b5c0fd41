package dev.atelier.kit.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that ask the policy at the moment they connect, so that neither a name that changes its address nor a
 * redirection gets round it. Only unconnected sockets are made.
 */
public final class GuardedSocketFactory extends SocketFactory {
    private final NetworkAddressPolicy policy;
    private final boolean encrypted;

    /**
     * @param encrypted whether the client speaks TLS over all of them; unencrypted they reach only what the operator allows
     */
    public GuardedSocketFactory(NetworkAddressPolicy policy, boolean encrypted) {
        this.policy = policy;
        this.encrypted = encrypted;
    }

    /** A socket whose {@code connect} throws {@link NetworkAddressRefused} where the policy does not permit the address. */
    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                check(endpoint);
                super.connect(endpoint, timeout);
            }
        };
    }

    private void check(SocketAddress endpoint) throws NetworkAddressRefused {
        if (!(endpoint instanceof InetSocketAddress socket) || socket.getAddress() == null) {
            throw NetworkAddressRefused.notPublic();
        }
        policy.check(socket.getAddress(), encrypted);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("only unconnected sockets are made here");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }
}

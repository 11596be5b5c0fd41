package dev.atelier.kit.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Creates sockets that check the policy when they connect, so that neither a changed DNS record nor a redirect
 * bypasses it. Creates unconnected sockets only.
 */
public final class GuardedSocketFactory extends SocketFactory {
    private final NetworkAddressPolicy policy;
    private final boolean encrypted;

    /**
     * Creates a factory.
     *
     * @param encrypted whether the client uses TLS on all sockets; without TLS they reach only networks that the
     *     operator allows
     */
    public GuardedSocketFactory(NetworkAddressPolicy policy, boolean encrypted) {
        this.policy = policy;
        this.encrypted = encrypted;
    }

    /**
     * Returns a socket whose {@code connect} throws {@link NetworkAddressRefused} where the policy does not permit the
     * address.
     */
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
        throw new IOException("this factory creates unconnected sockets only");
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

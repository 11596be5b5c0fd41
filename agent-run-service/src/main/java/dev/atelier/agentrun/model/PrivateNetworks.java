package dev.atelier.agentrun.model;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that refuse private networks at the moment they connect, so that no name that changes its address gets round
 * it. Refused are loopback, link-local, site-local, shared (RFC 6598), unique local (RFC 4193), multicast, the
 * unspecified address and the metadata addresses among them.
 */
final class PrivateNetworks extends SocketFactory {
    private final boolean allowed;

    PrivateNetworks(boolean allowed) {
        this.allowed = allowed;
    }

    static boolean contains(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || special(address.getAddress(), address instanceof Inet6Address);
    }

    private static boolean special(byte[] bytes, boolean six) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return six
                ? (first & 0xfe) == 0xfc || (first == 0 && second == 0x64 && (bytes[2] & 0xff) == 0xff)
                : first == 0
                        || first >= 240
                        || (first == 100 && (second & 0xc0) == 64)
                        || (first == 198 && (second & 0xfe) == 18);
    }

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

    private void check(SocketAddress endpoint) throws PrivateAddress {
        if (!allowed
                && (!(endpoint instanceof InetSocketAddress socket)
                        || socket.getAddress() == null
                        || contains(socket.getAddress()))) {
            throw new PrivateAddress();
        }
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
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    /** The address lies in a network that may not be reached. */
    static final class PrivateAddress extends IOException {
        private static final long serialVersionUID = 1;

        PrivateAddress() {
            super("a private address");
        }
    }
}

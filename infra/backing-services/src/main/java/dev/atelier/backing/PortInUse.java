package dev.atelier.backing;

/** Another process listens on the port that a part should use. */
public final class PortInUse extends BackingServiceFailed {
    private static final long serialVersionUID = 1;
    private final int port;

    public PortInUse(String name, int port) {
        super(
                "Port %d, which %s wants, is in use. To find the process: ss -ltnp 'sport = :%d' (macOS: lsof -i :%d). Stop it, or choose another port."
                        .formatted(port, name, port, port));
        this.port = port;
    }

    public int port() {
        return port;
    }
}

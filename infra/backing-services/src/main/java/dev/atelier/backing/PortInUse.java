package dev.atelier.backing;

/** Somebody else listens on the port that a part was told to take. */
public final class PortInUse extends BackingServiceFailed {
    private static final long serialVersionUID = 1;
    private final int port;

    public PortInUse(String name, int port) {
        super(
                "Port %d, which %s wants, is in use. See who has it with: ss -ltnp 'sport = :%d' (macOS: lsof -i :%d). Stop that, or choose another port."
                        .formatted(port, name, port, port));
        this.port = port;
    }

    public int port() {
        return port;
    }
}

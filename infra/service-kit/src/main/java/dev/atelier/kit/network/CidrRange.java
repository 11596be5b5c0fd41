package dev.atelier.kit.network;

import java.net.InetAddress;

/**
 * A range of addresses in CIDR notation, such as {@code 10.0.0.0/8} or {@code fc00::/7}. Source: RFC 4632, RFC 4291.
 */
record CidrRange(InetAddress base, int bits) {
    CidrRange {
        if (bits < 0 || bits > base.getAddress().length * 8) {
            throw new IllegalArgumentException("the prefix length must be 0 to " + base.getAddress().length * 8);
        }
    }

    /**
     * Parses a range; a single address is a range of one address. Host names are not resolved.
     *
     * @throws IllegalArgumentException where the text is not a range
     */
    static CidrRange of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            var address = InetAddress.ofLiteral(text);
            return new CidrRange(address, address.getAddress().length * 8);
        }
        return new CidrRange(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        var mine = base.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}

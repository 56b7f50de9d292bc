package org.engagementledger.api.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Whose an address is, as far as counting goes. */
final class Addresses {

    /** The network of one IPv6 customer at least: nobody has a single address of those. */
    private static final int NETWORK_BYTES = 8;

    private static final int LONGEST = 45;

    private Addresses() {}

    /**
     * One IPv4 address; all IPv6 addresses of one /64 network, in which whoever has it may take as
     * many as there are.
     *
     * @param address as the connection or a trusted proxy has it
     */
    static String owner(String address) {
        try {
            InetAddress literal = InetAddress.ofLiteral(address);
            return literal instanceof Inet6Address
                    ? HexFormat.of().formatHex(literal.getAddress(), 0, NETWORK_BYTES) + "/64"
                    : literal.getHostAddress();
        } catch (IllegalArgumentException none) {
            return address.substring(0, Math.min(LONGEST, address.length()));
        }
    }
}

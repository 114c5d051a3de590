package org.payqual.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/** Tells requests of this machine from those of others. */
public final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> MARKS_OF_PROXIES = Set.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private ThisMachine() {}

    /**
     * Tells whether a request was made here: the caller's address is a loopback address, no proxy passed the request
     * on, and it was addressed to this machine by name, which a web page elsewhere cannot arrange.
     */
    public static boolean asks(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && NAMES.contains(request.getServerName())
                && MARKS_OF_PROXIES.stream().allMatch(it -> request.getHeader(it) == null);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

package org.payqual.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** The metrics are read on this machine or at a port of their own, and nowhere else. */
class ScrapingTest {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("server.port", "8080").withProperty("local.management.port", "8080");

    @Test
    void programsOnThisMachineReadThem() {
        assertThat(open(request("127.0.0.1", "localhost", 8080))).isTrue();
        assertThat(open(request("::1", "[::1]", 8080))).isTrue();
    }

    @Test
    void othersDoNotThoughTheyClaimToBeHere() {
        assertThat(open(request("203.0.113.7", "localhost", 8080))).isFalse();
    }

    @Test
    void aPageElsewhereDoesNotThroughABrowserHere() {
        assertThat(open(request("127.0.0.1", "rebound.example", 8080))).isFalse();
    }

    @Test
    void aProxyHerePassesThemToNobody() {
        MockHttpServletRequest passedOn = request("127.0.0.1", "localhost", 8080);
        passedOn.addHeader("X-Forwarded-For", "203.0.113.7");
        assertThat(open(passedOn)).isFalse();
    }

    @Test
    void aPortOfTheirOwnOpensThemToWhoeverReachesIt() {
        environment.setProperty("management.server.port", "9090");
        environment.setProperty("local.management.port", "9090");
        assertThat(open(request("203.0.113.7", "payqual.example", 9090))).isTrue();
        assertThat(open(request("203.0.113.7", "payqual.example", 8080))).isFalse();
    }

    @Test
    void nothingElseOpensWithThem() {
        MockHttpServletRequest other = request("127.0.0.1", "localhost", 8080);
        other.setRequestURI("/actuator/env");
        assertThat(open(other)).isFalse();
        MockHttpServletRequest writing = request("127.0.0.1", "localhost", 8080);
        writing.setMethod("POST");
        assertThat(open(writing)).isFalse();
    }

    private boolean open(MockHttpServletRequest request) {
        return new Scraping(environment).matches(request);
    }

    private static MockHttpServletRequest request(String from, String host, int port) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setRemoteAddr(from);
        request.setServerName(host);
        request.setLocalPort(port);
        return request;
    }
}

package org.payqual.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.ProbeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProbeTest
class AccessTest {

    private static final String OF_H1 = "/api/v1/probe/people/11111111-1111-4111-8111-111111111111";

    @LocalServerPort
    private int port;

    @Autowired
    private SampleTokens tokens;

    @Test
    void show() {
        Call.Answer a = Call.get(port, OF_H1).as(tokens.tokenFor(Role.AGENCY)).answer();
        System.out.println(a.response() + " " + a.response().headers().map() + a.text());
        a = Call.get(port, "/api/v1/openapi").answer();
        System.out.println(a.text());
        assertThat(a.status()).isEqualTo(200);
    }
}

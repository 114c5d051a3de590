package org.payqual.ops.start;

import java.io.PrintStream;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.store.OpenedLedger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/**
 * Says on the terminal where the program serves. For a sample ledger it adds a request that works as it stands; the
 * token in it opens invented material only, on this machine only.
 */
final class ReadyLine {

    private final OpenedLedger ledger;
    private final ObjectProvider<SampleTokens> tokens;

    ReadyLine(OpenedLedger ledger, ObjectProvider<SampleTokens> tokens) {
        this.ledger = ledger;
        this.tokens = tokens;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            say("http://127.0.0.1:" + web.getWebServer().getPort(), System.out);
        }
    }

    private void say(String address, PrintStream terminal) {
        terminal.println();
        terminal.println("payqual 已就绪 / ready: " + address + "  账本 / ledger " + ledger.id()
                + (ledger.sample() ? "（样例 / sample）" : ""));
        terminal.println("接口说明 / API description: " + address + "/api/v1/openapi");
        tokens.ifAvailable(it -> terminal.println(firstRequest(address, it.tokenFor(Role.AGENCY))));
        terminal.flush();
    }

    private static String firstRequest(String address, String token) {
        return """
                试一试，登记第一家机构 / try it, the first institution:

                curl -i -H 'Authorization: Bearer %s' \\
                  -H 'Idempotency-Key: first-institution' -H 'Content-Type: application/json' \\
                  -d '{"code":"H1","kind":"HOSPITAL","publiclyOwned":true,"region":"120101","agreementSigned":"2025-01-02"}' \\
                  %s/api/v1/institutions
                """.formatted(token, address);
    }
}

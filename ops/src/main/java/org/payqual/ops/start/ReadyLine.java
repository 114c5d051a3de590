package org.payqual.ops.start;

import java.io.PrintStream;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.store.OpenedLedger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/**
 * Says on the terminal where the program serves, and with a sample what to do next. Tokens are never printed: who may
 * read the data folder gets one, as the READMEs show.
 */
final class ReadyLine {

    private final OpenedLedger ledger;
    private final ObjectProvider<SampleTokens> tokens;
    private final ObjectProvider<SampleFiles> files;

    ReadyLine(OpenedLedger ledger, ObjectProvider<SampleTokens> tokens, ObjectProvider<SampleFiles> files) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.files = files;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            say("http://127.0.0.1:" + web.getWebServer().getPort(), web.getEnvironment(), System.out);
        }
    }

    private void say(String address, Environment environment, PrintStream terminal) {
        terminal.println();
        terminal.println("payqual 已就绪 / ready: " + address);
        terminal.println("  账本 ledger  " + ledger.id() + (ledger.sample() ? "（样例 sample）" : ""));
        terminal.println("  接口 API     " + address + "/api/v1/openapi");
        LogFile log = LogFile.get(environment);
        if (log != null) {
            terminal.println("  日志 log     " + log);
        }
        tokens.ifAvailable(issuer -> files.ifAvailable(sample -> {
            terminal.println("  试用 try it  README.zh-CN.md“十分钟”，在另一个终端中");
            terminal.println("               \"Ten minutes\" in README.md, in a second terminal");
        }));
        terminal.println("  停止 stop    Ctrl-C");
        terminal.flush();
    }
}

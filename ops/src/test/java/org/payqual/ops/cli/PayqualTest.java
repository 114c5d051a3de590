package org.payqual.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.payqual.ops.keys.GivenKeys;
import picocli.CommandLine;

class PayqualTest {

    @Test
    void servesWhereNoCommandIsNamed() {
        assertThat(Payqual.withDefault(List.of())).containsExactly("serve");
        assertThat(Payqual.withDefault(List.of("--server.port=9000"))).containsExactly("serve", "--server.port=9000");
    }

    @Test
    void leavesNamedCommandsAndItsOwnOptionsAlone() {
        assertThat(Payqual.withDefault(List.of("serve", "--server.port=9000")))
                .containsExactly("serve", "--server.port=9000");
        assertThat(Payqual.withDefault(List.of("scenarios", "a.yaml"))).containsExactly("scenarios", "a.yaml");
        assertThat(Payqual.withDefault(List.of("--help"))).containsExactly("--help");
        assertThat(Payqual.withDefault(List.of("-V"))).containsExactly("-V");
    }

    @Test
    void namesEveryCommandInItsHelp() {
        CommandLine line = Payqual.line();
        String help = line.getUsageMessage();

        assertThat(line.getSubcommands()).containsKey("serve");
        assertThat(line.getSubcommands().keySet())
                .allSatisfy(name -> assertThat(help).contains(name));
    }

    @Test
    void refusesAnUnknownCommand() {
        StringWriter said = new StringWriter();

        int code = Payqual.line().setErr(new PrintWriter(said)).execute("serv");

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("serv").contains("serve");
    }

    @Test
    void explainsEveryCommandAndDoesNothingElse() {
        Payqual.line().getSubcommands().keySet().forEach(name -> {
            StringWriter out = new StringWriter();

            assertThat(Payqual.line(Locale.ENGLISH).setOut(new PrintWriter(out)).execute(name, "--help"))
                    .isZero();
            assertThat(out.toString()).contains("Usage: payqual " + name);
            assertThat(Payqual.line().setOut(new PrintWriter(out)).execute(name, "--version"))
                    .isZero();
            assertThat(out.toString()).contains("payqual (unpackaged)");
        });
    }

    @Test
    void passesOverNoArgumentThatIsNoSetting() {
        for (String command : List.of("serve", "rebuild")) {
            for (String mistyped : List.of("--hepl", "8080", "-server.port=1", "--=1")) {
                StringWriter said = new StringWriter();

                assertThat(Payqual.line().setErr(new PrintWriter(said)).execute(command, "--server.port=0", mistyped))
                        .isEqualTo(2);
                assertThat(said.toString()).contains(mistyped).contains("--name=value");
            }
        }
    }

    @Test
    void printsANewKeyOrRefusesItsName() {
        StringWriter out = new StringWriter();
        StringWriter said = new StringWriter();
        CommandLine line = Payqual.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(said));

        assertThat(line.execute("new-key", "master-2")).isZero();
        assertThat(new GivenKeys(out.toString()).read())
                .extracting(key -> key.id().toString())
                .containsExactly("master-2");
        assertThat(line.execute("new-key", "latchkey")).isEqualTo(2);
        assertThat(said.toString()).contains("master-2");
    }
}

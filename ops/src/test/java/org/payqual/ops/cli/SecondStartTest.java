package org.payqual.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.payqual.ops.system.RunningPayqual;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start where another payqual runs is told so before it has touched anything. */
@ExtendWith(OutputCaptureExtension.class)
class SecondStartTest {

    @TempDir
    private Path folder;

    @Test
    void aPortThatIsTakenIsToldBeforeAnythingIsMade(CapturedOutput said) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(start("--server.port=" + other.getLocalPort())).isEqualTo(1);

            assertThat(said.getErr())
                    .contains("端口 " + other.getLocalPort() + " 已被占用")
                    .contains("Port " + other.getLocalPort() + " is taken");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPortForMetricsToo(CapturedOutput said) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(start(
                            "--server.port=0",
                            "--management.server.address=127.0.0.1",
                            "--management.server.port=" + other.getLocalPort()))
                    .isEqualTo(1);

            assertThat(said.getErr()).contains("Port " + other.getLocalPort() + " is taken");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void dataInUseAreToldBeforeThePort(CapturedOutput said) throws Exception {
        RunningPayqual running = RunningPayqual.shared();
        Path data = running.data().resolve("postgres");

        assertThat(start("--payqual.postgres.data=" + data, "--server.port=" + running.port()))
                .isEqualTo(1);

        assertThat(said.getErr().replaceAll("\\s+", ""))
                .contains("进程" + ProcessHandle.current().pid())
                .contains("anotherpayqualisrunningwiththedatain" + data)
                .doesNotContain("istaken");
        assertThat(Files.exists(folder.resolve("payqual.log"))).isFalse();
    }

    private int start(String... settings) {
        String[] all = new String[settings.length + 2];
        all[0] = "serve";
        all[1] = "--payqual.data=" + folder;
        System.arraycopy(settings, 0, all, 2, settings.length);
        return Payqual.line().execute(all);
    }
}

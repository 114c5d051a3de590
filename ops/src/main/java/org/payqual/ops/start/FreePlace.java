package org.payqual.ops.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.payqual.ops.postgres.EmbeddedCluster;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Looks before anything is started whether data folder and ports are free, so that a second start is told so at once.
 * It only looks: folder and ports are held later, by who needs them, and a start that comes in between is told then.
 */
public final class FreePlace implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final int USUAL_PORT = 8080;

    /** Before the log: it lies in the same folder, and would be the other's. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    /**
     * Looks.
     *
     * @throws org.payqual.ops.postgres.StartRefused if the data are in use
     * @throws PortInUseException if a port is taken
     */
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Binder settings = Binder.get(event.getEnvironment());
        if (!settings.bind("spring.datasource.url", String.class).isBound()) {
            settings.bind("payqual.postgres.data", Path.class).ifBound(EmbeddedCluster::requireFree);
        }
        requireFree(settings, "server", USUAL_PORT);
        requireFree(settings, "management.server", 0);
    }

    private static void requireFree(Binder settings, String server, int usual) {
        int port = settings.bind(server + ".port", Integer.class).orElse(usual);
        if (port > 0) {
            requireFree(settings.bind(server + ".address", InetAddress.class).orElse(null), port);
        }
    }

    private static void requireFree(@Nullable InetAddress address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            // Any other trouble with the address is for the server to tell.
            PortInUseException.throwIfPortBindingException(e, () -> port);
        }
    }
}

package org.payqual.ops.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.PayqualApplication;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The whole program on a new sample ledger, one for all tests of this JVM: they use ids of their own. */
public final class RunningPayqual {

    private static final RunningPayqual SHARED = new RunningPayqual(Path.of("target", "system-test"));

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_NS = Duration.ofMillis(10).toNanos();

    private final Path data;
    private final ConfigurableApplicationContext application;
    private final int port;

    private RunningPayqual(Path data) {
        this.data = data.toAbsolutePath();
        try {
            FileSystemUtils.deleteRecursively(this.data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        SpringApplication program = new SpringApplication(PayqualApplication.class);
        program.addInitializers(RunningPayqual::setClockForward);
        application = program.run(
                "--server.port=0",
                "--payqual.postgres.data=" + this.data.resolve("postgres"),
                "--payqual.keys.folder=" + this.data.resolve("keys"),
                "--payqual.imports.folder=" + this.data.resolve("imports"),
                "--payqual.access.sample-folder=" + this.data.resolve("sample-issuer"));
        port = ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    /** Ten years on: scenarios speak of handlings on days to come, and nothing is entered before it is decided. */
    private static void setClockForward(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context)
                .registerBean(
                        "clockOfTheTests",
                        Clock.class,
                        () -> Clock.offset(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ofDays(3653)),
                        bean -> bean.setPrimary(true));
    }

    /** Gives the one that all tests share. */
    public static RunningPayqual shared() {
        return SHARED;
    }

    /** Gives the folder in which the program keeps everything. */
    public Path data() {
        return data;
    }

    /** Gives the port of the API. */
    public int port() {
        return port;
    }

    /** Gives a part of the running program. */
    public <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    /** Gives the part of a kind that has a name. */
    <T> T part(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    /** Gives the names of all parts of a kind, by what they are now that all run. */
    String[] names(Class<?> type) {
        return application.getBeanNamesForType(type);
    }

    /** Gives all parts of a kind. */
    <T> Collection<T> parts(Class<T> type) {
        return application.getBeansOfType(type).values();
    }

    /** Issues a token for a role. */
    public String token(Role role) {
        return part(SampleTokens.class).tokenFor(role);
    }

    /** Issues a token for an institution or a person. */
    public String token(Role role, @Nullable String organisation, @Nullable String person) {
        return part(SampleTokens.class).tokenFor(role, organisation, person);
    }

    /** Sends a command in a role, under a key of its own. */
    public Answer command(Role role, String path, String body) {
        return Call.post(port, "/api/v1" + path, body)
                .as(token(role))
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .answer();
    }

    /**
     * Waits until every score that rests on an overturned handling has fallen.
     *
     * @return the position that shows it
     */
    public long awaitFallen(String handling) {
        return await(handling, RunningPayqual::fallen);
    }

    /**
     * Waits until every score stands again that rests on a handling of which the overturning is void.
     *
     * @return the position that shows it
     */
    public long awaitStanding(String handling) {
        return await(
                handling,
                it -> !it.path("overturned").isString()
                        && it.at("/scores/fallen").asLong() == 0);
    }

    private long await(String handling, Predicate<JsonNode> done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = ask(Role.AGENCY, "/handlings/" + handling);
        while (answer.status() == 503 || !done.test(answer.json())) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not done yet: " + answer.text());
            }
            LockSupport.parkNanos(PAUSE_NS);
            answer = ask(Role.AGENCY, "/handlings/" + handling);
        }
        return answer.json().at("/reflects/position").asLong();
    }

    private static boolean fallen(JsonNode handling) {
        return handling.path("overturned").isString()
                && handling.at("/scores/fallen").asLong()
                        == handling.at("/scores/recorded").asLong();
    }

    /** Asks in a role. */
    public Answer ask(Role role, String path) {
        return Call.get(port, "/api/v1" + path).as(token(role)).answer();
    }
}

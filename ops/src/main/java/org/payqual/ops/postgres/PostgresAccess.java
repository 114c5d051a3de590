package org.payqual.ops.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the database is and who logs in to it.
 *
 * @param url the JDBC URL of the database
 * @param owner owns the ledger's tables; used for migrations alone
 * @param ledger reads and appends events and log
 * @param projector reads the ledger and owns the read models
 * @param identity reads and writes the identity store, and nothing else
 */
public record PostgresAccess(
        String url, Credentials owner, Credentials ledger, Credentials projector, Credentials identity) {

    /** For what is waited for until the sequencer's commit flushes it too, and for what the log can make anew. */
    private static final String FLUSHED_LATER = "-c synchronous_commit=off";

    /**
     * The identity store looks for everybody by a key, but the server keeps plans it made while a table held a few
     * rows, and by those it would read the whole table for each person once it holds many.
     */
    private static final String BY_KEY = "-c enable_seqscan=off";

    private static final int LEDGER_CONNECTIONS = 12;
    private static final int PROJECTOR_CONNECTIONS = 6;
    private static final int READING_CONNECTIONS = 8;
    private static final int IDENTITY_CONNECTIONS = 8;
    private static final int IDENTITY_READING_CONNECTIONS = 4;
    private static final int ACCESS_RECORD_CONNECTIONS = 2;
    private static final long CONNECTION_TIMEOUT_MS = 5_000;
    private static final int SOCKET_TIMEOUT_S = 60;

    /**
     * Who reads hears within seven seconds that the database does not answer: two of its pool, five of its statement.
     */
    private static final long READING_CONNECTION_TIMEOUT_MS = 2_000;

    private static final long READING_VALIDATION_TIMEOUT_MS = 1_500;
    private static final int READING_SOCKET_TIMEOUT_S = 5;
    /** Sooner, so that a server that does answer ends a slow statement by itself. */
    private static final String READING_STATEMENT = "-c statement_timeout=4s";

    /** Refuse a URL that would let the server's error texts, and with them payloads, into the logs. */
    public PostgresAccess {
        if (url.matches(".*[?&]logServerErrorDetail=(?!false).*")) {
            throw new StartRefused("数据库地址中设置了 logServerErrorDetail；请去掉它，因为服务器的错误详情会重复所存内容"
                    + " / The database URL sets logServerErrorDetail; leave it out, because the server's"
                    + " error details repeat what was being stored.");
        }
    }

    /** Open single connections as the owner; nothing is pooled. */
    public DataSource ownerConnections() {
        DriverManagerDataSource source = new DriverManagerDataSource(url, owner.username(), owner.password());
        source.setConnectionProperties(driverProperties("owner"));
        return source;
    }

    /** Open single sessions of the ledger role; nothing is pooled, and closing one ends it. */
    public DataSource ledgerSessions() {
        return sessions(ledger, driverProperties("sequencer"));
    }

    /** Open single sessions of the projector role; nothing is pooled, and closing one ends it. */
    public DataSource projectorSessions() {
        Properties later = driverProperties("reactor");
        later.setProperty("options", FLUSHED_LATER);
        return sessions(projector, later);
    }

    private DataSource sessions(Credentials role, Properties properties) {
        DriverManagerDataSource source = new DriverManagerDataSource(url, role.username(), role.password());
        properties.setProperty("socketTimeout", Integer.toString(SOCKET_TIMEOUT_S));
        source.setConnectionProperties(properties);
        return source;
    }

    /** Open a pool for the ledger role. The caller closes it. */
    public HikariDataSource ledgerPool() {
        HikariConfig config = pool("ledger", ledger, LEDGER_CONNECTIONS);
        config.addDataSourceProperty("options", FLUSHED_LATER);
        // Appends end within seconds or not at all; a silent network must not hold a caller longer.
        limitSocket(config, SOCKET_TIMEOUT_S);
        return new HikariDataSource(config);
    }

    /**
     * Open a pool for the projector role, for what runs beside the requests: its statements may take long. The caller
     * closes it.
     */
    public HikariDataSource projectorPool() {
        HikariConfig config = pool("projector", projector, PROJECTOR_CONNECTIONS);
        config.addDataSourceProperty("options", FLUSHED_LATER);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /** Open a pool for the projector role, in which callers are answered. The caller closes it. */
    public HikariDataSource readingPool() {
        return new HikariDataSource(impatient("reading", projector, READING_CONNECTIONS, READING_STATEMENT));
    }

    /** Open single sessions of the projector role for a rebuild; nothing is pooled, and closing one ends it. */
    public DataSource rebuildSessions() {
        DriverManagerDataSource source = new DriverManagerDataSource(url, projector.username(), projector.password());
        Properties properties = driverProperties("rebuild");
        properties.setProperty("reWriteBatchedInserts", "true");
        source.setConnectionProperties(properties);
        return source;
    }

    /** Open a pool for the identity role. The caller closes it. */
    public HikariDataSource identityPool() {
        HikariConfig config = pool("identity", identity, IDENTITY_CONNECTIONS);
        config.addDataSourceProperty("options", BY_KEY);
        limitSocket(config, SOCKET_TIMEOUT_S);
        return new HikariDataSource(config);
    }

    /** Open a pool for the identity role, in which callers are answered. The caller closes it. */
    public HikariDataSource identityReadingPool() {
        return new HikariDataSource(impatient(
                "identity reading", identity, IDENTITY_READING_CONNECTIONS, READING_STATEMENT + " " + BY_KEY));
    }

    /** Open a pool for the access record, whose commits are flushed: an answer waits for them. The caller closes it. */
    public HikariDataSource accessRecordPool() {
        HikariConfig config = impatient("access record", ledger, ACCESS_RECORD_CONNECTIONS, "");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    private HikariConfig impatient(String name, Credentials role, int connections, String options) {
        HikariConfig config = pool(name, role, connections);
        config.setConnectionTimeout(READING_CONNECTION_TIMEOUT_MS);
        config.setValidationTimeout(READING_VALIDATION_TIMEOUT_MS);
        limitSocket(config, READING_SOCKET_TIMEOUT_S);
        if (!options.isEmpty()) {
            config.addDataSourceProperty("options", options);
        }
        return config;
    }

    private HikariConfig pool(String name, Credentials role, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(role.username());
        config.setPassword(role.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
        config.setDataSourceProperties(driverProperties(name));
        return config;
    }

    private static void limitSocket(HikariConfig config, int seconds) {
        // As text: the driver takes no notice of a number.
        config.addDataSourceProperty("socketTimeout", Integer.toString(seconds));
    }

    private static Properties driverProperties(String name) {
        Properties properties = new Properties();
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("ApplicationName", "payqual " + name);
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }
}

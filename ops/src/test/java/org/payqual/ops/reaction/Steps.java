package org.payqual.ops.reaction;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The steps of a reactor from outside: what it sends and what it commits. It dies before or after one of them. */
final class Steps {

    private static final Set<String> STEPS = Set.of("dispatch", "commit");

    private final AtomicInteger left;
    private final CountDownLatch died = new CountDownLatch(1);

    /** Has whoever takes these steps die after so many boundaries. */
    Steps(int left) {
        this.left = new AtomicInteger(left);
    }

    /** Ends a thread as a crash ends a process: nobody catches it, and nothing more is sent or committed. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    boolean died() {
        return died.getCount() == 0;
    }

    CommandBus around(CommandBus bus) {
        return (CommandBus) watched(CommandBus.class, bus);
    }

    DataSource around(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return (Connection) watched(Connection.class, super.getConnection());
            }
        };
    }

    private Object watched(Class<?> type, Object real) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            boolean step = STEPS.contains(method.getName());
            if (step) {
                boundary();
            }
            try {
                Object answer = method.invoke(real, arguments);
                if (step) {
                    boundary();
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private void boundary() {
        if (left.getAndDecrement() == 0) {
            died.countDown();
            throw new Died();
        }
    }
}

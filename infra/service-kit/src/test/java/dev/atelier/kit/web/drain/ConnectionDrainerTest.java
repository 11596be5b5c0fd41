package dev.atelier.kit.web.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ConnectionDrainerTest {
    private final List<String> happened = new CopyOnWriteArrayList<>();

    @Test
    void aStopSaysSoFirstThenAnswersForAWhileAndThenEndsTheRest() throws Exception {
        var context = new GenericApplicationContext();
        var connectionDrainer = new ConnectionDrainer(context, Duration.ofMillis(300));
        context.addApplicationListener(connectionDrainer);
        context.addApplicationListener(
                ApplicationListener.forPayload((DrainStarted _) -> happened.add("draining began")));
        context.registerBean(ServerLifecycle.class, () -> new ServerLifecycle(happened));
        context.refresh();
        assertThat(answer(connectionDrainer).getHeader("Connection")).isNull();

        var stop = Thread.ofVirtual().start(context::close);

        await().atMost(Duration.ofSeconds(10)).until(() -> happened.contains("draining began"));
        assertThat(answer(connectionDrainer).getHeader("Connection")).isEqualTo("close");
        stop.join();
        assertThat(happened).containsExactly("draining began", "server stopped");
    }

    private static MockHttpServletResponse answer(ConnectionDrainer connectionDrainer) throws Exception {
        var response = new MockHttpServletResponse();
        connectionDrainer.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response;
    }

    /** A component that stops with the context. */
    private static final class ServerLifecycle implements SmartLifecycle {
        private final List<String> happened;
        private volatile boolean running;

        ServerLifecycle(List<String> happened) {
            this.happened = happened;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            happened.add("server stopped");
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}

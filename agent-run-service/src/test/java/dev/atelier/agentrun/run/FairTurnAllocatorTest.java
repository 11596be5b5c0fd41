package dev.atelier.agentrun.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.testkit.RealBackingServices;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Workspaces take turns, with a real database. */
class FairTurnAllocatorTest {
    private final WorkspaceId busy = new WorkspaceId(UuidV7.next());
    private final WorkspaceId late = new WorkspaceId(UuidV7.next());
    private final AtomicInteger updates = new AtomicInteger();
    private MongoClient client;
    private FairTurnAllocator turns;

    @BeforeEach
    void connect() {
        var address = new ConnectionString(RealBackingServices.freshDatabase());
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(address)
                .addCommandListener(new UpdateCounter())
                .build());
        turns = new FairTurnAllocator(new MongoTemplate(client, address.getDatabase()));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aWorkspacesRunsComeOneAfterAnother() {
        assertThat(turns.takeNext(busy)).isEqualTo(1);
        assertThat(turns.takeNext(busy)).isEqualTo(2);
        assertThat(turns.takeNext(late)).isEqualTo(1);
    }

    @Test
    void whoComesLateBeginsBehindTheTurnThatIsServedAndBeforeALongQueue() {
        for (int run = 0; run < 9; run++) {
            turns.takeNext(busy);
        }
        turns.recordServedTurn(3);

        assertThat(turns.takeNext(late)).isEqualTo(4);
        assertThat(turns.takeNext(busy)).isEqualTo(10);
    }

    @Test
    void anOlderTurnServedLaterTakesNothingBack() {
        turns.recordServedTurn(5);
        turns.recordServedTurn(2);

        assertThat(turns.takeNext(late)).isEqualTo(6);
    }

    @Test
    void aTurnThatManyWorkspacesShareIsNotedOnce() {
        for (int workspace = 0; workspace < 8; workspace++) {
            turns.recordServedTurn(1);
        }
        assertThat(updates).hasValue(1);

        turns.recordServedTurn(2);
        assertThat(updates).hasValue(2);
    }

    private final class UpdateCounter implements CommandListener {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("update")) {
                updates.incrementAndGet();
            }
        }
    }
}

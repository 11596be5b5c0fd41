package dev.atelier.bench.workspace;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import dev.atelier.backing.ProgressListener;
import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;

/** Inserts actions into the database as workspace-service stores them; over HTTP, millions would take days. */
final class ActionSeeder implements AutoCloseable {
    private static final int BATCH = 2_000;
    private static final int OTHERS = 20_000;
    private static final int PEOPLE = 100;
    private static final int WORDS = 5_000;
    private static final List<String> PRIORITIES = List.of("LOW", "NORMAL", "HIGH", "URGENT");

    private final MongoClient client;
    private final MongoCollection<Document> actions;
    private final Random random = new Random(5);

    ActionSeeder(String mongoUri, String database) {
        client = MongoClients.create(com.mongodb.MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(mongoUri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        actions = client.getDatabase(database).getCollection("actions");
    }

    /** Inserts that many actions into one project of a hundred people, including the given one. */
    void fill(UUID workspace, UUID project, UUID person, int count) {
        var batch = new ArrayList<Document>(BATCH);
        for (var n = 0; n < count; n++) {
            batch.add(action(workspace, project, person, n));
            if (batch.size() == BATCH || n == count - 1) {
                actions.insertMany(batch, new InsertManyOptions().ordered(false));
                batch.clear();
            }
        }
    }

    /** Inserts other workspaces until the database has that many actions. */
    void growTo(long all, ProgressListener progressListener) {
        for (var there = actions.estimatedDocumentCount(); there < all; there += OTHERS) {
            fill(WorkspaceId.next().value(), ProjectId.next().value(), UUID.randomUUID(), (int)
                    Math.min(OTHERS, all - there));
            if (there / 200_000 != (there + OTHERS) / 200_000) {
                progressListener.report("%,d actions in the database".formatted(there + OTHERS));
            }
        }
    }

    /**
     * Four in five actions are done, one in fifty is urgent; one word is in a quarter of them, one in a hundredth, one
     * in a thousandth.
     */
    private Document action(UUID workspace, UUID project, UUID person, int n) {
        int rank = random.nextInt(50) == 0 ? 3 : random.nextInt(3);
        var words = new ArrayList<String>();
        for (var word = 0; word < 12; word++) {
            words.add("w" + random.nextInt(WORDS));
        }
        add(words, 4, "common");
        add(words, 100, "seldom");
        add(words, 1_000, "rare");
        var distinct = words.stream().distinct().toList();
        return new Document("_id", ActionId.next().value())
                .append("lock", 0L)
                .append("workspaceId", workspace)
                .append("projectId", project)
                .append("title", String.join(" ", distinct.subList(0, 4)))
                .append("description", String.join(" ", distinct.subList(4, distinct.size())))
                .append(
                        "state",
                        random.nextInt(5) > 0
                                ? "DONE"
                                : List.of("OPEN", "IN_PROGRESS", "BLOCKED").get(random.nextInt(3)))
                .append("assignees", List.of(n % PEOPLE == 0 ? person : new UUID(n % PEOPLE, 1)))
                .append(
                        "due",
                        n % 4 == 0
                                ? "none"
                                : LocalDate.of(2026, 1, 1)
                                        .plusDays(random.nextInt(730))
                                        .toString())
                .append("priority", PRIORITIES.get(rank))
                .append("rank", rank)
                .append("tags", n % 200 == 7 ? List.of("special", "usual") : List.of("usual"))
                .append("checklist", List.of())
                .append("words", distinct)
                .append("createdBy", person)
                .append("createdAt", Instant.ofEpochMilli(1_700_000_000_000L + n))
                .append("changedAt", Instant.ofEpochMilli(1_700_000_000_000L + n))
                .append("version", 1L)
                .append("sequence", 1L)
                .append("_class", "action");
    }

    private void add(List<String> words, int oneIn, String word) {
        if (random.nextInt(oneIn) == 0) {
            words.add(word);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

package dev.atelier.kit.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * Fails a command on {@link WorkspaceOwned} documents whose filter or update does not contain a workspace id. Enabled
 * in tests.
 */
final class TenantGuard implements CommandListener {
    private static final Set<String> GUARDED =
            Set.of("find", "count", "distinct", "aggregate", "insert", "update", "delete", "findAndModify");

    private final Supplier<@Nullable MongoMappingContext> documents;
    private final Map<String, Boolean> owned = new ConcurrentHashMap<>();

    TenantGuard(Supplier<@Nullable MongoMappingContext> documents) {
        this.documents = documents;
    }

    /** Throws an error, because the driver logs and ignores an exception of a listener; an error reaches the caller. */
    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!GUARDED.contains(event.getCommandName())) {
            return;
        }
        var command = event.getCommand();
        var collection = command.get(event.getCommandName());
        if (collection == null
                || !collection.isString()
                || !isOwned(collection.asString().getValue())) {
            return;
        }
        if (!namesWorkspace(event.getCommandName(), command) && !AcrossWorkspacesDetector.isInCallStack()) {
            throw new WorkspaceIdMissing(
                    event.getCommandName(), collection.asString().getValue());
        }
    }

    private boolean isOwned(String collection) {
        var context = documents.get();
        return context != null
                && owned.computeIfAbsent(
                        collection,
                        name -> context.getPersistentEntities().stream()
                                .anyMatch(entity -> WorkspaceOwned.class.isAssignableFrom(entity.getType())
                                        && entity.getCollection().equals(name)));
    }

    private static boolean namesWorkspace(String name, BsonDocument command) {
        return switch (name) {
            case "find" -> mentions(command.get("filter"));
            case "count", "distinct" -> mentions(command.get("query"));
            case "findAndModify" -> mentions(command.get("query")) || mentions(command.get("update"));
            case "aggregate" -> mentions(first(command.getArray("pipeline")));
            case "update" -> all(command.get("updates"), "q", "u");
            case "delete" -> all(command.get("deletes"), "q", "q");
            default -> true;
        };
    }

    /**
     * An update that writes a whole document back is accepted: the document was read by a query that contained its
     * workspace id.
     */
    private static boolean all(@Nullable BsonValue statements, String filter, String change) {
        return statements == null
                || statements.asArray().stream()
                        .map(BsonValue::asDocument)
                        .allMatch(one -> mentions(one.get(filter)) || mentions(one.get(change)));
    }

    private static @Nullable BsonValue first(BsonArray pipeline) {
        return pipeline.isEmpty() ? null : pipeline.getFirst();
    }

    private static boolean mentions(@Nullable BsonValue value) {
        if (value == null) {
            return false;
        }
        if (value.isArray()) {
            return value.asArray().stream().anyMatch(TenantGuard::mentions);
        }
        return value.isDocument()
                && value.asDocument().entrySet().stream()
                        .anyMatch(field -> field.getKey().equals("workspaceId") || mentions(field.getValue()));
    }

    /** A query could match documents of another tenant. */
    static final class WorkspaceIdMissing extends AssertionError {
        private static final long serialVersionUID = 1;

        WorkspaceIdMissing(String command, String collection) {
            super(command + " on " + collection
                    + " names no workspaceId; mark the method @AcrossWorkspaces if it must");
        }
    }
}

package dev.atelier.workspace.deletion;

import dev.atelier.kit.deletion.DeletionStore;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.problem.NotFound;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Builds the 202 response to a deletion request, with the address of its progress. */
@Component
public class DeletionResponseFactory {
    private final DeletionStore deletionStore;

    DeletionResponseFactory(DeletionStore deletionStore) {
        this.deletionStore = deletionStore;
    }

    public ResponseEntity<DeletionResponse> accepted(DeletionTarget what) {
        var deletionStatus = deletionStore.find(what.id()).orElseThrow(NotFound::new);
        return ResponseEntity.accepted()
                .location(URI.create("/api/deletions/" + what.id()))
                .body(DeletionResponse.of(deletionStatus));
    }
}

package dev.atelier.workspace.deletion;

import dev.atelier.kit.deletion.DeletionStore;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeletionController {
    private final DeletionStore deletionStore;

    DeletionController(DeletionStore deletionStore) {
        this.deletionStore = deletionStore;
    }

    /** Returns the progress of a deletion, to the person who requested it, until 30 days after its end. */
    @GetMapping("/api/deletions/{deletionId}")
    DeletionResponse one(@PathVariable DeletionId deletionId, Caller caller) {
        return deletionStore
                .find(deletionId.value())
                .filter(deletion -> caller.userId().equals(deletion.by()))
                .map(DeletionResponse::of)
                .orElseThrow(NotFound::new);
    }
}

package dev.atelier.workspace.deletion;

import dev.atelier.kit.deletion.Deletions;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeletionController {
    private final Deletions deletions;

    DeletionController(Deletions deletions) {
        this.deletions = deletions;
    }

    /** How far it is, for who asked for it; until 30 days after its end. */
    @GetMapping("/api/deletions/{d}")
    DeletionView one(@PathVariable DeletionId d, Caller caller) {
        return deletions
                .find(d.value())
                .filter(deletion -> caller.userId().equals(deletion.by()))
                .map(DeletionView::of)
                .orElseThrow(NotFound::new);
    }
}

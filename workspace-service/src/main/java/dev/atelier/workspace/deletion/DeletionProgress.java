package dev.atelier.workspace.deletion;

import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deletions;
import dev.atelier.kit.web.NotFound;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers who deletes something, and tells them where to read how far that is. */
@Component
public class DeletionProgress {
    private final Deletions deletions;

    DeletionProgress(Deletions deletions) {
        this.deletions = deletions;
    }

    public ResponseEntity<DeletionView> accepted(Deleted what) {
        var progress = deletions.find(what.id()).orElseThrow(NotFound::new);
        return ResponseEntity.accepted()
                .location(URI.create("/api/deletions/" + what.id()))
                .body(DeletionView.of(progress));
    }
}

package dev.atelier.kit.state.web;

import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.state.StateProjectionRegistry;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operator API of this service's projections of other services' states. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/${spring.application.name:service}/projections")
class ProjectionController {
    private final StateProjectionRegistry projections;

    ProjectionController(StateProjectionRegistry projections) {
        this.projections = projections;
    }

    /** Lists the projections of this service. */
    @GetMapping
    List<ProjectionResponse> list() {
        return projections.statuses().stream().map(ProjectionResponse::of).toList();
    }

    /**
     * Starts a rebuild; the list shows it until it is done. 409 where one is running. The projection stays available
     * meanwhile, and handlers do not run again for known states.
     */
    @PostMapping("/{topic}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rebuild(@PathVariable String topic) {
        ProjectionRebuildTask.begin(topic, projections.ofTopic(topic).orElseThrow(NotFound::new));
    }
}

package dev.atelier.kit.work;

import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work queues of this service, and retries of given up items. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/${spring.application.name:service}/work-queues")
class WorkQueueController {
    private static final Logger log = LoggerFactory.getLogger(WorkQueueController.class);

    private final ObjectProvider<WorkQueue<?>> queues;

    WorkQueueController(ObjectProvider<WorkQueue<?>> queues) {
        this.queues = queues;
    }

    /** Lists the work queues of this service. */
    @GetMapping
    List<WorkQueueResponse> list() {
        return queues.orderedStream().map(WorkQueueResponse::of).toList();
    }

    /** Lists the items in one state, ordered by {@code dueAt}. */
    @GetMapping("/{queue}/items")
    CursorPage<WorkItemResponse> items(
            @PathVariable String queue,
            @RequestParam(defaultValue = "GIVEN_UP") WorkItemState state,
            CursorPageRequest page) {
        return CursorPage.of(
                        queue(queue).list(state, page.cursor(), page.limitPlusOne()),
                        page,
                        item -> PageCursorCodec.of(item.dueAt(), item.id()))
                .map(WorkItemResponse::of);
    }

    /** Retries a given up item with all its attempts. 409 if it was not given up. */
    @PostMapping("/{queue}/items/{itemId}/retry")
    WorkItemResponse retry(@PathVariable String queue, @PathVariable String itemId, Caller operator) {
        var asked = queue(queue);
        var item = asked.find(itemId).orElseThrow(NotFound::new);
        if (!asked.retry(itemId)) {
            throw new WorkItemNotGivenUp();
        }
        log.info("{}: {} is retried by operator {}", queue, itemId, operator.userId());
        return WorkItemResponse.of(asked.find(itemId).orElse(item));
    }

    private WorkQueue<?> queue(String name) {
        return queues.stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}

package dev.atelier.identity.securitylog;

import static org.springframework.data.domain.Sort.Direction.DESC;

import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log, for platform staff. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/security-log")
class LogController {
    private static final Sort NEWEST = Sort.by(DESC, "at", "_id");

    private final MongoTemplate mongo;

    LogController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** What happened, the newest first. */
    @GetMapping
    Page<EntryView> some(@ParameterObject LogFilter filter, PageRequest page) {
        var query = Query.query(filter.criteria(page.cursor())).with(NEWEST).limit(page.limitAndOne());
        return Page.of(
                        mongo.find(query, Entry.class),
                        page,
                        last -> Cursors.of(last.at().toEpochMilli(), last.sequence()))
                .map(EntryView::of);
    }
}

package dev.atelier.identity.securitylog;

import static org.springframework.data.domain.Sort.Direction.DESC;

import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The security log for operators. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/security-log")
class SecurityLogController {
    private static final Sort NEWEST = Sort.by(DESC, "at", "_id");

    private final MongoTemplate mongo;

    SecurityLogController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Returns the matching entries, the newest first. */
    @GetMapping
    CursorPage<SecurityLogEntryResponse> some(@ParameterObject SecurityLogFilter filter, CursorPageRequest page) {
        var query = Query.query(filter.criteria(page.cursor())).with(NEWEST).limit(page.limitPlusOne());
        return CursorPage.of(
                        mongo.find(query, SecurityLogEntry.class),
                        page,
                        last -> PageCursorCodec.of(last.at().toEpochMilli(), last.sequence()))
                .map(SecurityLogEntryResponse::of);
    }
}

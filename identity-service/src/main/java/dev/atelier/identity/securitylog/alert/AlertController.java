package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.Alarm;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alarms about abuse, for platform staff. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/security-alerts")
class AlertController {
    private final Alerts alerts;

    AlertController(Alerts alerts) {
        this.alerts = alerts;
    }

    /** All alarms, or those of a kind; the newest first. */
    @GetMapping
    Page<AlertView> all(@RequestParam(required = false) @Nullable Alarm kind, PageRequest page) {
        return Page.of(read(kind, page), page, last -> Cursors.of(last.id())).map(AlertView::of);
    }

    private List<Alert> read(@Nullable Alarm kind, PageRequest page) {
        var limit = Limit.of(page.limitAndOne());
        var cursor = page.cursor();
        if (cursor == null) {
            return kind == null ? alerts.findAllByOrderByIdDesc(limit) : alerts.findByKindOrderByIdDesc(kind, limit);
        }
        var before = cursor.id(0, SecurityAlertId.class);
        return kind == null
                ? alerts.findByIdLessThanOrderByIdDesc(before, limit)
                : alerts.findByKindAndIdLessThanOrderByIdDesc(kind, before, limit);
    }
}

package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Security alerts for operators. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/security-alerts")
class SecurityAlertController {
    private final SecurityAlertRepository securityAlertRepository;

    SecurityAlertController(SecurityAlertRepository securityAlertRepository) {
        this.securityAlertRepository = securityAlertRepository;
    }

    /** Returns all alerts, or those of a kind; the newest first. */
    @GetMapping
    CursorPage<SecurityAlertResponse> all(
            @RequestParam(required = false) @Nullable SecurityAlertKind kind, CursorPageRequest page) {
        return CursorPage.of(read(kind, page), page, last -> PageCursorCodec.of(last.id()))
                .map(SecurityAlertResponse::of);
    }

    private List<SecurityAlert> read(@Nullable SecurityAlertKind kind, CursorPageRequest page) {
        var limit = Limit.of(page.limitPlusOne());
        var cursor = page.cursor();
        if (cursor == null) {
            return kind == null
                    ? securityAlertRepository.findAllByOrderByIdDesc(limit)
                    : securityAlertRepository.findByKindOrderByIdDesc(kind, limit);
        }
        var before = cursor.id(0, SecurityAlertId.class);
        return kind == null
                ? securityAlertRepository.findByIdLessThanOrderByIdDesc(before, limit)
                : securityAlertRepository.findByKindAndIdLessThanOrderByIdDesc(kind, before, limit);
    }
}

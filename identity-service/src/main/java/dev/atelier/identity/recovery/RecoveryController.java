package dev.atelier.identity.recovery;

import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.email.ValidEmailAddress;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.validation.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recovers hacked accounts. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/recovery-cases")
class RecoveryController {
    private final RecoveryCaseService recoveryCaseService;

    RecoveryController(RecoveryCaseService recoveryCaseService) {
        this.recoveryCaseService = recoveryCaseService;
    }

    /**
     * Opens a case and locks the account: sessions, tokens and API keys are void, its runs and webhooks pause. 409
     * {@code recovery-case-open} names the case where there is one.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RecoveryCaseResponse> open(@Valid @RequestBody OpenRecoveryCaseRequest body, Caller operator) {
        var opened = recoveryCaseService.open(body.userId(), body.report(), body.email(), operator.userId());
        return answer(HttpStatus.CREATED, opened);
    }

    /** Returns the cases of an account, or, without {@code userId}, those in a state; the newest first. */
    @GetMapping
    CursorPage<RecoveryCaseResponse> all(
            @RequestParam(defaultValue = "OPEN") RecoveryCase.RecoveryCaseState state,
            @Nullable @RequestParam(required = false) UserId userId,
            CursorPageRequest page) {
        var read = userId == null
                ? recoveryCaseService.findByState(state, page)
                : recoveryCaseService.findByUser(userId, page);
        return read.map(RecoveryCaseResponse::of);
    }

    /** Returns a recovery case. */
    @GetMapping("/{recoveryCaseId}")
    ResponseEntity<RecoveryCaseResponse> read(@PathVariable RecoveryCaseId recoveryCaseId) {
        return answer(HttpStatus.OK, recoveryCaseService.get(recoveryCaseId));
    }

    /** Records evidence that the claimant owns the account; the owner gets a mail that something was recorded. */
    @PostMapping("/{recoveryCaseId}/evidence")
    ResponseEntity<RecoveryCaseResponse> evidence(
            @PathVariable RecoveryCaseId recoveryCaseId,
            Caller operator,
            ExpectedVersion expected,
            @Valid @RequestBody RecordEvidenceRequest body) {
        return answer(
                HttpStatus.OK,
                recoveryCaseService.recordEvidence(
                        recoveryCaseId, expected, body.note(), body.email(), operator.userId()));
    }

    /**
     * Confirms evidence and address, which other operators must have supplied (409 {@code second-person-needed}). All
     * credentials are removed, and the owner gets a link for new ones. With these the account is open again, and its
     * runs and webhooks resume.
     */
    @PostMapping("/{recoveryCaseId}/confirm")
    ResponseEntity<RecoveryCaseResponse> confirm(
            @PathVariable RecoveryCaseId recoveryCaseId,
            Caller operator,
            ExpectedVersion expected,
            @Valid @RequestBody DecideRecoveryCaseRequest body) {
        return answer(
                HttpStatus.OK, recoveryCaseService.confirm(recoveryCaseId, expected, body.note(), operator.userId()));
    }

    /** Ends the case; the account stays deactivated, and its paused runs end. */
    @PostMapping("/{recoveryCaseId}/dismiss")
    ResponseEntity<RecoveryCaseResponse> dismiss(
            @PathVariable RecoveryCaseId recoveryCaseId,
            Caller operator,
            ExpectedVersion expected,
            @Valid @RequestBody DecideRecoveryCaseRequest body) {
        return answer(
                HttpStatus.OK, recoveryCaseService.dismiss(recoveryCaseId, expected, body.note(), operator.userId()));
    }

    /** Mails the owner another link for new credentials. */
    @PostMapping("/{recoveryCaseId}/resend-link")
    ResponseEntity<RecoveryCaseResponse> link(
            @PathVariable RecoveryCaseId recoveryCaseId, Caller operator, ExpectedVersion expected) {
        return answer(HttpStatus.OK, recoveryCaseService.resendLink(recoveryCaseId, expected, operator.userId()));
    }

    private static ResponseEntity<RecoveryCaseResponse> answer(HttpStatus status, RecoveryCase recovery) {
        return ResponseEntity.status(status)
                .eTag(ETags.of(recovery.revision()))
                .body(RecoveryCaseResponse.of(recovery));
    }

    /**
     * A report of a hacked account.
     *
     * @param email the owner's address, where somebody else may have the account's; the account gets it
     */
    record OpenRecoveryCaseRequest(
            @NotNull(message = "must be given") UserId userId,

            @NotBlank(message = "must be given") @Size(max = 2000, message = "must have at most 2000 characters") @PlainText
            String report,

            @Nullable @ValidEmailAddress String email) {}

    /**
     * Evidence of who the owner is.
     *
     * @param email as in the report; null where it stays
     */
    record RecordEvidenceRequest(
            @NotBlank(message = "must be given") @Size(max = 2000, message = "must have at most 2000 characters") @PlainText
            String note,

            @Nullable @ValidEmailAddress String email) {}

    /** The operator's reason. */
    record DecideRecoveryCaseRequest(
            @NotBlank(message = "must be given") @Size(max = 2000, message = "must have at most 2000 characters") @PlainText
            String note) {}
}

package dev.atelier.identity.securitylog.verification;

import dev.atelier.kit.security.OperatorOnly;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Verification of the security log for operators. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/security-log/verification")
class SecurityLogVerificationController {
    private final ChainVerifier chainVerifier;

    SecurityLogVerificationController(ChainVerifier chainVerifier) {
        this.chainVerifier = chainVerifier;
    }

    /** Checks 20,000 entries at most, from the oldest one, or from behind the entry {@code after}. */
    @GetMapping
    ChainVerification step(
            @RequestParam(required = false) @Min(value = 0, message = "must not be negative") @Nullable Long after) {
        return after == null ? chainVerifier.begin() : chainVerifier.after(after);
    }
}

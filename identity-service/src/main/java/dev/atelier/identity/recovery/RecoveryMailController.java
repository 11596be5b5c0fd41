package dev.atelier.identity.recovery;

import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.identity.account.Register;
import dev.atelier.kit.security.CallingService;
import dev.atelier.kit.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecoveryMailController {
    private final Recovering recovering;
    private final Register register;

    RecoveryMailController(Recovering recovering, Register register) {
        this.recovering = recovering;
        this.register = register;
    }

    /** Which address a mail about a case goes to. */
    enum To {
        /** The one that the account had when the case was opened. */
        ACCOUNT,
        /** Where the owner is reached, if that is another one. */
        OWNER
    }

    /** To whom a mail about a case goes; 404 where there is no such address. */
    @GetMapping("/internal/recovery-cases/{id}/mail")
    RecoveryMail mail(@PathVariable RecoveryCaseId id, @RequestParam To to, CallingService service) {
        service.mustBe("notification-service");
        var recovery = recovering.get(id);
        var account = register.get(recovery.userId());
        var email = to == To.ACCOUNT ? recovery.before() : other(recovery.address(), recovery.before());
        if (email == null) {
            throw new NotFound();
        }
        return new RecoveryMail(
                email, account.state().displayName(), account.preferences().locale());
    }

    private static @Nullable String other(@Nullable String address, @Nullable String before) {
        return address == null || address.equals(before) ? null : address;
    }

    /** Who is written to. */
    record RecoveryMail(String email, String name, String locale) {}
}

package dev.atelier.workspace.member;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{w}/management-offer")
class ManagementController {
    private final HandingOver handingOver;

    ManagementController(HandingOver handingOver) {
        this.handingOver = handingOver;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offer(@PathVariable WorkspaceId w, @Valid @RequestBody OfferTo body, Caller caller) {
        handingOver.offer(w, body.to(), caller.userId());
    }

    /** The manager takes the offer back, or the one asked declines. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable WorkspaceId w, Caller caller) {
        handingOver.withdraw(w, caller.userId());
    }

    @PostMapping("/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable WorkspaceId w, Caller caller) {
        handingOver.accept(w, caller.userId());
    }

    record OfferTo(@NotNull UserId to) {}
}

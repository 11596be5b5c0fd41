package dev.atelier.identity.serviceaccount;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.serviceaccount.ServiceAccount.ServiceAccountDetails;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.scope.ApiScope;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Service accounts of a workspace; for its manager only. */
@RestController
@RequestMapping("/api/workspaces/{workspaceId}/service-accounts")
class ServiceAccountController {
    private final ServiceAccountService serviceAccountService;
    private final ServiceAccountStore accounts;
    private final WorkspaceAuthorization workspaceAuthorization;

    ServiceAccountController(
            ServiceAccountService serviceAccountService,
            ServiceAccountStore accounts,
            WorkspaceAuthorization workspaceAuthorization) {
        this.serviceAccountService = serviceAccountService;
        this.accounts = accounts;
        this.workspaceAuthorization = workspaceAuthorization;
    }

    /** Creates a service account without a key. Expires after 366 days at most; 50 a workspace (409). */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ServiceAccountResponse> create(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody CreateServiceAccountRequest body,
            Caller caller) {
        var made = serviceAccountService.create(
                workspaceId, new ServiceAccountDetails(body.name(), body.scopes(), body.expiresAt()), caller.userId());
        return ResponseEntity.created(URI.create("/api/workspaces/" + workspaceId + "/service-accounts/" + made.id()))
                .eTag(ETags.of(made.version()))
                .body(ServiceAccountResponse.of(made));
    }

    /** Returns the accounts that are not revoked, the oldest first. */
    @GetMapping
    CursorPage<ServiceAccountResponse> all(
            @PathVariable WorkspaceId workspaceId, CursorPageRequest page, Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        var cursor = page.cursor();
        var after = cursor == null ? null : cursor.id(0, UserId.class);
        return CursorPage.of(
                        accounts.of(workspaceId, after, page.limitPlusOne()),
                        page,
                        last -> PageCursorCodec.of(last.id()))
                .map(ServiceAccountResponse::of);
    }

    /** Returns a service account. */
    @GetMapping("/{serviceAccountId}")
    ResponseEntity<ServiceAccountResponse> one(
            @PathVariable WorkspaceId workspaceId, @PathVariable UserId serviceAccountId, Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        return tagged(accounts.require(workspaceId, serviceAccountId));
    }

    /** Changes name, expiry or scopes; new scopes apply from the next request. */
    @PatchMapping("/{serviceAccountId}")
    ResponseEntity<ServiceAccountResponse> change(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable UserId serviceAccountId,
            @Valid @RequestBody UpdateServiceAccountRequest body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(serviceAccountService.update(workspaceId, serviceAccountId, body, expected, caller.userId()));
    }

    /**
     * Makes the caller responsible for the account and its keys and ends a suspension. Existing keys work again,
     * whoever knows them, unless {@code revokeKeys} is true. No secret is returned.
     */
    @PostMapping("/{serviceAccountId}/take-over")
    ResponseEntity<ServiceAccountResponse> takeOver(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable UserId serviceAccountId,
            @Nullable @RequestBody(required = false) TakeOverServiceAccountRequest body,
            ExpectedVersion expected,
            Caller caller) {
        var revokeKeys = body != null && Boolean.TRUE.equals(body.revokeKeys());
        return tagged(
                serviceAccountService.takeOver(workspaceId, serviceAccountId, revokeKeys, expected, caller.userId()));
    }

    /** Revokes the account with all its keys, at once and for good. What it created stays. */
    @DeleteMapping("/{serviceAccountId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable WorkspaceId workspaceId, @PathVariable UserId serviceAccountId, Caller caller) {
        serviceAccountService.revoke(workspaceId, serviceAccountId, caller.userId());
    }

    private static ResponseEntity<ServiceAccountResponse> tagged(ServiceAccount account) {
        return ResponseEntity.ok().eTag(ETags.of(account.version())).body(ServiceAccountResponse.of(account));
    }

    /**
     * Takes over an account.
     *
     * @param revokeKeys whether its keys are revoked; false where it is missing
     */
    record TakeOverServiceAccountRequest(@Nullable Boolean revokeKeys) {}

    /**
     * An account to create.
     *
     * @param name 1 to 120 characters, shown to the members of the workspace
     * @param scopes all that it may do, 1 at least
     */
    record CreateServiceAccountRequest(
            @NotBlank @Size(max = 120) @OneLine String name,
            @NotEmpty Set<ApiScope> scopes,
            @NotNull Instant expiresAt) {}
}

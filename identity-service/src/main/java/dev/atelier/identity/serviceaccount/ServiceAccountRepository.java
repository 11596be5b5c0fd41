package dev.atelier.identity.serviceaccount;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ServiceAccountRepository extends Repository<ServiceAccount, UserId> {
    ServiceAccount save(ServiceAccount account);

    Optional<ServiceAccount> findByWorkspaceIdAndIdAndRevokedAtIsNull(WorkspaceId workspace, UserId id);

    long countByWorkspaceIdAndRevokedAtIsNull(WorkspaceId workspace);

    List<ServiceAccount> findByWorkspaceIdAndRevokedAtIsNullOrderById(WorkspaceId workspace, Limit limit);

    List<ServiceAccount> findByWorkspaceIdAndRevokedAtIsNullAndIdGreaterThanOrderById(
            WorkspaceId workspace, UserId after, Limit limit);

    List<ServiceAccount> findByWorkspaceId(WorkspaceId workspace, Limit limit);

    void deleteByWorkspaceIdAndIdIn(WorkspaceId workspace, Collection<UserId> ids);

    @AcrossWorkspaces("an operator gives only the id of an account")
    Optional<ServiceAccount> findByIdAndRevokedAtIsNull(UserId id);

    @AcrossWorkspaces("expired accounts of all workspaces are revoked")
    List<ServiceAccount> findByRevokedAtIsNullAndExpiresLessThanEqualOrderByExpires(Instant now, Limit limit);

    @AcrossWorkspaces("the workspace is known only from the key")
    Optional<ServiceAccount> findFirstByKeysHash(String hash);
}

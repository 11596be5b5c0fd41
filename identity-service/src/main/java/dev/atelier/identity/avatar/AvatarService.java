package dev.atelier.identity.avatar;

import dev.atelier.events.MembershipState;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountProvisioner;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.state.StateProjection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/** Stores pictures and decides who may see them. */
@Component
class AvatarService {
    private final AccountStore accountStore;
    private final AccountProvisioner accountProvisioner;
    private final AvatarRepository avatarRepository;
    private final StateProjection<MembershipState> memberships;
    private final TransactionRunner transactionRunner;

    AvatarService(
            AccountStore accountStore,
            AccountProvisioner accountProvisioner,
            AvatarRepository avatarRepository,
            StateProjection<MembershipState> memberships,
            TransactionRunner transactionRunner) {
        this.accountStore = accountStore;
        this.accountProvisioner = accountProvisioner;
        this.avatarRepository = avatarRepository;
        this.memberships = memberships;
        this.transactionRunner = transactionRunner;
    }

    /** Replaces the picture in one transaction. */
    Account replace(UserId person, Map<String, Binary> squares) {
        accountProvisioner.getOrProvision(person);
        return transactionRunner.call(() -> {
            var kept = accountStore.save(accountStore.require(person).changeAvatar());
            avatarRepository.save(new Avatar(person, Objects.requireNonNull(kept.avatar()), squares));
            return kept;
        });
    }

    /** Removes the picture; no change where there is none. */
    void remove(UserId person) {
        accountProvisioner.getOrProvision(person);
        transactionRunner.run(() -> {
            accountStore.save(accountStore.require(person).removeAvatar());
            avatarRepository.deleteById(person);
        });
    }

    /**
     * Returns a picture to the person and to those who share a workspace with them.
     *
     * @throws NotFound for everybody else, for unknown people and for people without a picture alike
     */
    Avatar readFor(UserId person, UserId by) {
        if (!person.equals(by) && !shareWorkspace(person, by)) {
            throw new NotFound();
        }
        return avatarRepository.findById(person).orElseThrow(NotFound::new);
    }

    private boolean shareWorkspace(UserId one, UserId other) {
        var shared = new HashSet<>(workspaces(one));
        shared.retainAll(workspaces(other));
        return !shared.isEmpty();
    }

    private Set<WorkspaceId> workspaces(UserId member) {
        return memberships.where("userId", member).stream()
                .map(MembershipState::workspaceId)
                .collect(Collectors.toSet());
    }
}

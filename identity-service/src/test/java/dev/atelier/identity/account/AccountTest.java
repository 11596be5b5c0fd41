package dev.atelier.identity.account;

import static dev.atelier.identity.account.AccountFixtures.ENGLISH;
import static dev.atelier.identity.account.AccountFixtures.NOON;
import static dev.atelier.identity.account.AccountFixtures.accountOf;
import static dev.atelier.identity.account.AccountFixtures.anyone;
import static dev.atelier.identity.account.AccountFixtures.lea;
import static dev.atelier.identity.account.AccountFixtures.unverified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.IdentityEvent.ProfileChanged;
import dev.atelier.events.IdentityEvent.UserActivated;
import dev.atelier.events.IdentityEvent.UserDeactivated;
import dev.atelier.events.IdentityEvent.UserReactivated;
import dev.atelier.events.IdentityEvent.UserRegistered;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {
    private final DirectoryUser lea = lea();
    private final Account account = accountOf(lea);

    @Test
    void aNewPersonIsRegisteredAndNotYetActivated() {
        var change = Account.register(unverified(lea), ENGLISH);

        assertThat(change.events()).containsExactly(new UserRegistered(lea.id()));
        assertThat(change.account().state().activated()).isFalse();
        assertThat(change.account().revision()).isOne();
        assertThat(change.account().eventCount()).isOne();
    }

    @Test
    void aNewPersonWithAVerifiedAddressIsActivatedAtOnce() {
        assertThat(Account.register(lea, ENGLISH).events())
                .containsExactly(new UserRegistered(lea.id()), new UserActivated(lea.id()));
    }

    @Test
    void othersSeeTheAddressUntilActivationAndTheNamesAfterIt() {
        var waiting = accountOf(unverified(lea));

        assertThat(waiting.state().displayName()).isEqualTo("lea@example.org");
        assertThat(waiting.applyDirectoryState(lea.particulars())
                        .account()
                        .state()
                        .displayName())
                .isEqualTo("Lea Martin");
    }

    @Test
    void verifyingTheAddressActivates() {
        assertThat(accountOf(unverified(lea))
                        .applyDirectoryState(lea.particulars())
                        .events())
                .containsExactly(new UserActivated(lea.id()));
    }

    @Test
    void observingTheSameAgainSaysNothing() {
        assertThat(account.applyDirectoryState(lea.particulars()).isNone()).isTrue();
    }

    @Test
    void anAddressThatChangedAndIsNotVerifiedEndsTheActivation() {
        var moved = new PersonalDetails("Lea", "Martin", "new@example.org", false);

        var change = account.applyDirectoryState(moved);

        assertThat(change.events()).containsExactly(new ProfileChanged(lea.id(), Set.of("email", "activated")));
        assertThat(change.account().state().displayName()).isEqualTo("new@example.org");
    }

    @Test
    void editingNamesTheFieldsThatChanged() {
        var change = account.edit(
                account.particulars().withNames("Léa", "Martin"), new UserPreferences("fr", "Europe/Paris"));

        assertThat(change.events())
                .containsExactly(new ProfileChanged(lea.id(), Set.of("firstName", "locale", "timeZone")));
        assertThat(change.account().revision()).isEqualTo(account.revision() + 1);
    }

    @Test
    void anEditWithoutADifferenceSaysNothing() {
        assertThat(account.edit(account.particulars(), account.preferences()).isNone())
                .isTrue();
    }

    @Test
    void deactivatingDisablesTheUserInTheDirectory() {
        var operator = anyone();

        var change = account.deactivate(operator, NOON);

        assertThat(change.events()).containsExactly(new UserDeactivated(lea.id(), operator));
        assertThat(change.account().state().deactivated()).isTrue();
        assertThat(change.account().syncTask())
                .isEqualTo(DirectorySyncTask.of(change.account().revision(), NOON));
    }

    @Test
    void deactivatingTwiceAndReactivatingTwiceIsDoingItOnce() {
        var shut = account.deactivate(anyone(), NOON).account();
        assertThat(shut.deactivate(anyone(), NOON).isNone()).isTrue();

        var operator = anyone();
        var reopened = shut.reactivate(operator, NOON);
        assertThat(reopened.events()).containsExactly(new UserReactivated(lea.id(), operator));
        assertThat(reopened.account().reactivate(operator, NOON).isNone()).isTrue();
    }

    @Test
    void aCompletedSyncTaskIsRemoved() {
        var shut = account.deactivate(anyone(), NOON).account();

        assertThat(shut.completeSyncTask(syncTaskOf(shut)).syncTask()).isNull();
    }

    @Test
    void aSyncTaskOutlivesTheResponseToAnEarlierOne() {
        var shut = account.deactivate(anyone(), NOON).account();
        var reopened = shut.reactivate(anyone(), NOON).account();

        assertThat(reopened.completeSyncTask(syncTaskOf(shut))).isEqualTo(reopened);
        assertThat(reopened.rescheduleSyncTask(syncTaskOf(shut), NOON)).isEqualTo(reopened);
    }

    @Test
    void whoIsShutOutHereAndLetInThereIsNoticed() {
        var shut = account.deactivate(anyone(), NOON).account();

        assertThat(shut.isWronglyEnabledIn(lea))
                .as("a task to disable it is pending")
                .isFalse();
        assertThat(shut.completeSyncTask(syncTaskOf(shut)).isWronglyEnabledIn(lea))
                .isTrue();
        assertThat(account.isWronglyEnabledIn(lea)).isFalse();
    }

    private static DirectorySyncTask syncTaskOf(Account account) {
        var directorySyncTask = account.syncTask();
        assertThat(directorySyncTask).isNotNull();
        return directorySyncTask;
    }
}

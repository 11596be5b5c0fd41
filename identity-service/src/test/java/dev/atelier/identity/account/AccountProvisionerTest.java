package dev.atelier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.ServiceTest;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class AccountProvisionerTest {
    private final DirectoryUser lea = AccountFixtures.lea();
    private int asked;

    @Autowired
    AccountStore register;

    @Autowired
    TransactionRunner transactions;

    @Autowired
    AccountSettings settings;

    @Test
    void anAnswerThatWasOvertakenIsAskedAgain() {
        provisioning(() -> lea).synchronize(lea.id());
        var renamed = named("Léa");

        var after = provisioning(() -> {
                    if (asked == 1) {
                        changeMeanwhile("Léa");
                        return lea;
                    }
                    return renamed;
                })
                .synchronize(lea.id());

        assertThat(asked).isEqualTo(2);
        assertThat(after.orElseThrow().particulars().firstName()).isEqualTo("Léa");
        assertThat(register.require(lea.id()).revision())
                .as("no stale data was taken over")
                .isEqualTo(2);
    }

    @Test
    void anAccountThatNeverRestsIsGivenUpAloud() {
        provisioning(() -> lea).synchronize(lea.id());
        var restless = provisioning(() -> {
            changeMeanwhile("Lea the " + asked);
            return lea;
        });

        assertThatThrownBy(() -> restless.synchronize(lea.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefusalOfTheDirectoryChangesNothing() {
        provisioning(() -> lea).synchronize(lea.id());
        var away = provisioning(() -> {
            throw new DirectoryUnavailable();
        });

        assertThatThrownBy(() -> away.synchronize(lea.id())).isInstanceOf(DirectoryUnavailable.class);
        assertThat(register.require(lea.id()).revision()).isOne();
    }

    private DirectoryUser named(String firstName) {
        return new DirectoryUser(lea.id(), lea.particulars().withNames(firstName, "Martin"), true, null);
    }

    private void changeMeanwhile(String firstName) {
        transactions.call(() -> {
            var account = register.require(lea.id());
            return register.save(
                    account.edit(account.particulars().withNames(firstName, "Martin"), account.preferences()));
        });
    }

    private AccountProvisioner provisioning(Supplier<DirectoryUser> answer) {
        asked = 0;
        var directory = new UserDirectory() {
            @Override
            public Optional<DirectoryUser> find(UserId id) {
                asked++;
                return Optional.of(answer.get());
            }

            @Override
            public void rename(UserId id, String firstName, String lastName) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void changeEmail(UserId id, String email) {
                throw new UnsupportedOperationException();
            }
        };
        return new AccountProvisioner(register, directory, transactions, settings, Clock.systemUTC());
    }
}

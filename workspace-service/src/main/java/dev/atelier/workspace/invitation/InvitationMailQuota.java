package dev.atelier.workspace.invitation;

import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Limits how many invitations one mailbox receives in any 24 hours from all workspaces together. Repeated mails count,
 * and so do invitations that were revoked since. notification-service has a limit of its own for queued mails.
 */
@Component
class InvitationMailQuota {
    private final AddressQuotaRepository quotas;
    private final InvitationSettings settings;

    InvitationMailQuota(AddressQuotaRepository quotas, InvitationSettings settings) {
        this.quotas = quotas;
        this.settings = settings;
    }

    /**
     * Counts one mail to this address, in the running transaction.
     *
     * @throws TooManyMailsToAddress if the limit is reached
     */
    void countMail(EmailAddress to, Instant now) {
        try (var countedInvitations = startCounting(List.of(to), now)) {
            countedInvitations.countMail(to);
        }
    }

    /** Counts mails to some of these addresses, in the running transaction. {@code close} writes the counts. */
    CountedInvitations startCounting(Collection<EmailAddress> addresses, Instant now) {
        TransactionRunner.requireTransaction("counting mails to addresses");
        var known = new LinkedHashMap<String, AddressQuotaDocument>();
        quotas.findByMailboxIn(
                        addresses.stream().map(EmailAddress::mailbox).distinct().toList())
                .forEach(quota -> known.put(quota.mailbox(), quota));
        return new CountedInvitations(known, now);
    }

    /** Counts of several mailboxes that are written together. */
    final class CountedInvitations implements AutoCloseable {
        private final Map<String, AddressQuotaDocument> known;
        private final Instant now;
        private final Set<String> changed = new HashSet<>();

        private CountedInvitations(Map<String, AddressQuotaDocument> known, Instant now) {
            this.known = known;
            this.now = now;
        }

        void countMail(EmailAddress to) {
            var mailbox = to.mailbox();
            var quota = known.getOrDefault(mailbox, AddressQuotaDocument.empty(mailbox, now));
            known.put(mailbox, quota.countMail(settings.perAddressAndDay(), now));
            changed.add(mailbox);
        }

        @Override
        public void close() {
            known.values().stream()
                    .filter(quota -> changed.contains(quota.mailbox()))
                    .forEach(quotas::save);
        }
    }
}

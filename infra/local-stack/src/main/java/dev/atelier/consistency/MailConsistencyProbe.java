package dev.atelier.consistency;

import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.backing.mail.CaughtMailFolder;
import dev.atelier.load.AcknowledgedWrites;
import dev.atelier.load.TestWorkspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the reports that users requested by mail. */
final class MailConsistencyProbe implements ConsistencyProbe {
    private final List<TestWorkspace> crews;
    private final AcknowledgedWrites acknowledgedWrites;
    private final CaughtMailFolder mails;

    MailConsistencyProbe(List<TestWorkspace> crews, AcknowledgedWrites acknowledgedWrites, CaughtMailFolder mails) {
        this.crews = crews;
        this.acknowledgedWrites = acknowledgedWrites;
        this.mails = mails;
    }

    @Override
    public List<ConsistencyResult> count() {
        long promised = acknowledgedWrites.runs().values().stream()
                .filter(AcknowledgedWrites.AcceptedRun::byMail)
                .count();
        var people = new HashSet<String>();
        crews.forEach(testWorkspace -> people.addAll(
                Set.of(testWorkspace.manager().email(), testWorkspace.member().email())));
        var reports = mails.mails().stream()
                .filter(mail -> !mail.attachments().isEmpty())
                .filter(mail -> mail.to().stream().anyMatch(people::contains))
                .map(CaughtMail::id)
                .toList();
        long there = new HashSet<>(reports).size();
        long lost = Math.max(0, promised - there);
        long notAsked = Math.max(0, there - promised);
        return List.of(
                new ConsistencyResult("reports by mail", promised, there, lost, notAsked, 0, reports.size() - there));
    }
}

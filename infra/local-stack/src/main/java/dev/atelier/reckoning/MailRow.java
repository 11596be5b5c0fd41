package dev.atelier.reckoning;

import dev.atelier.backing.mail.Mail;
import dev.atelier.backing.mail.MailFolder;
import dev.atelier.load.Crew;
import dev.atelier.load.Ledger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The reports that people asked for by mail. */
final class MailRow implements Rows {
    private final List<Crew> crews;
    private final Ledger ledger;
    private final MailFolder mails;

    MailRow(List<Crew> crews, Ledger ledger, MailFolder mails) {
        this.crews = crews;
        this.ledger = ledger;
        this.mails = mails;
    }

    @Override
    public List<Row> count() {
        long promised = ledger.runs().values().stream()
                .filter(Ledger.PromisedRun::byMail)
                .count();
        var people = new HashSet<String>();
        crews.forEach(crew ->
                people.addAll(Set.of(crew.manager().email(), crew.member().email())));
        var reports = mails.mails().stream()
                .filter(mail -> !mail.attachments().isEmpty())
                .filter(mail -> mail.to().stream().anyMatch(people::contains))
                .map(Mail::id)
                .toList();
        long there = new HashSet<>(reports).size();
        long lost = Math.max(0, promised - there);
        long notAsked = Math.max(0, there - promised);
        return List.of(new Row("reports by mail", promised, there, lost, notAsked, 0, reports.size() - there));
    }
}

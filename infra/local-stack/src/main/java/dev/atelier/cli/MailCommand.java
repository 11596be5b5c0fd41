package dev.atelier.cli;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.mail.CaughtMailFolder;
import dev.atelier.stack.Installation;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the mails in the mail catcher or shows one. */
@Command(name = "mail", description = "Lists the mails in the mail catcher, or shows mail N or the newest.")
public final class MailCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "N", description = "Number in the list, or last for the newest.")
    private @Nullable String wanted;

    @Override
    public Integer call() {
        var folder = caughtMails(Installation.locate());
        if (wanted == null) {
            list(folder);
        } else {
            show(folder, number(folder, wanted));
        }
        return 0;
    }

    /** The mails of the installation, running or not. */
    public static CaughtMailFolder caughtMails(Installation installation) {
        return new CaughtMailFolder(installation.directory().resolve("mail").resolve("mails"));
    }

    private static void list(CaughtMailFolder folder) {
        var mails = folder.mails();
        if (mails.isEmpty()) {
            IO.println("No mail has come.");
        }
        for (var i = 0; i < mails.size(); i++) {
            var mail = mails.get(i);
            var files = mail.attachments().isEmpty() ? "" : "   " + mail.attachments();
            IO.println("%4d  %-40s  %s%s".formatted(i + 1, String.join(", ", mail.to()), mail.subject(), files));
        }
    }

    private static int number(CaughtMailFolder folder, String wanted) {
        try {
            return wanted.equals("last") ? folder.files().size() : Integer.parseInt(wanted);
        } catch (NumberFormatException e) {
            throw new BackingServiceFailed("expected the number of a mail in the list, or last, not " + wanted, e);
        }
    }

    private static void show(CaughtMailFolder folder, int number) {
        var files = folder.files();
        if (number < 1 || number > files.size()) {
            throw new BackingServiceFailed("There are %d mails; there is no mail %d.".formatted(files.size(), number));
        }
        var file = files.get(number - 1);
        var mail = CaughtMailFolder.read(file);
        IO.println("From:    " + mail.from());
        IO.println("To:      " + String.join(", ", mail.to()));
        IO.println("Subject: " + mail.subject());
        mail.attachments().forEach(attachment -> IO.println("File:    " + attachment));
        IO.println("Whole:   " + file);
        IO.println("\n" + (mail.text().isEmpty() ? mail.html() : mail.text()).replace("\r\n", "\n"));
    }
}

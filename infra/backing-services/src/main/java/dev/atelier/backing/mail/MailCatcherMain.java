package dev.atelier.backing.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The main class of the child JVM: {@code MailCatcherMain port folder [address [port of the API]]}; the default address
 * is 127.0.0.1.
 */
public final class MailCatcherMain {
    private MailCatcherMain() {}

    public static void main(String[] args) throws Exception {
        var address = args.length > 2 ? args[2] : "127.0.0.1";
        var server = new GreenMail(new ServerSetup(Integer.parseInt(args[0]), address, ServerSetup.PROTOCOL_SMTP));
        var folder = new CaughtMailFolder(Path.of(args[1]));
        server.start();
        var users = server.getManagers().getUserManager();
        GreenMailUser everybody = users.createUser("everybody@localhost", "everybody", "");
        users.setMessageDeliveryHandler((mail, _) -> {
            try {
                server.purgeEmailFromAllMailboxes();
                folder.add(mail.getMessage());
                return everybody;
            } catch (IOException | FolderException e) {
                throw new MessagingException("the mail could not be stored", e);
            }
        });
        if (args.length > 3) {
            MailCatcherApi.start(folder, address, Integer.parseInt(args[3]));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        Thread.currentThread().join();
    }
}

package dev.atelier.backing.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.LocalPorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailCatcherTest {
    @TempDir
    Path folder;

    @Test
    void keepsMailsWhenKilledAndLeavesNoProcess() {
        try (var catcher = MailCatcher.start(BackingServiceOptions.in(folder))) {
            send(catcher, "First");

            catcher.kill();
            catcher.restart();
            send(catcher, "Second");

            assertThat(catcher.folder().orElseThrow().mailsTo("lea@example.org"))
                    .extracting(CaughtMail::subject)
                    .containsExactly("First", "Second");
            var pid = catcher.pid().orElseThrow();
            catcher.stop();
            assertThat(ProcessHandle.of(pid)).isEmpty();
        }
    }

    @Test
    void aLineTooLongForMailArrivesWhole() {
        try (var catcher = MailCatcher.start(BackingServiceOptions.in(folder))) {
            var link = "http://127.0.0.1/" + "x".repeat(2000);

            send(catcher, link);

            assertThat(catcher.folder().orElseThrow().textsTo("lea@example.org"))
                    .singleElement()
                    .asString()
                    .contains(link);
        }
    }

    @Test
    void whatAMailpitHoldsIsDownloadedInTheOrderOfItsComing() throws IOException {
        var port = LocalPorts.free();
        try (var catcher = MailCatcher.start(BackingServiceOptions.in(folder))) {
            var server = MailCatcherApi.start(catcher.folder().orElseThrow(), "127.0.0.1", port);
            send(catcher, "First");
            try (var download =
                    MailpitDownload.start(URI.create("http://127.0.0.1:" + port), folder.resolve("downloaded"))) {
                send(catcher, "Second");
                send(catcher, "Third");

                await().untilAsserted(() -> assertThat(download.folder().mailsTo("lea@example.org"))
                        .extracting(CaughtMail::subject)
                        .containsExactly("First", "Second", "Third"));
            } finally {
                server.stop(0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lea@example.org, odd @@ <", "<lea@example.org", "\"lea@example.org", "lea@example.org@"})
    void anOddAddressDoesNotHideTheMails(String to) throws IOException {
        var mails = Files.createDirectories(folder.resolve("mails"));
        Files.writeString(
                mails.resolve("000001.eml"), "From: a@@b\r\nTo: %s\r\nSubject: Odd\r\n\r\nHello\r\n".formatted(to));

        assertThat(new CaughtMailFolder(mails).mailsTo("lea@example.org"))
                .extracting(CaughtMail::subject)
                .containsExactly("Odd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"second.lea@example.org", "lea@example.org.test", "no-lea@example.org"})
    void aMailToALongerAddressIsSomebodyElses(String to) throws IOException {
        var mails = Files.createDirectories(folder.resolve("mails"));
        Files.writeString(
                mails.resolve("000001.eml"),
                "From: a@b.example\r\nTo: %s\r\nSubject: Odd\r\n\r\nHello\r\n".formatted(to));

        assertThat(new CaughtMailFolder(mails).mailsTo("lea@example.org")).isEmpty();
    }

    @Test
    void anAddressWhereNobodyGreetsIsRefused() {
        assertThatThrownBy(
                        () -> MailCatcher.start(BackingServiceOptions.in(folder).at("127.0.0.1:" + LocalPorts.free())))
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("No SMTP server greets");
    }

    private static void send(MailCatcher catcher, String words) {
        GreenMailUtil.sendTextEmail(
                "lea@example.org",
                "house@example.org",
                words.substring(0, Math.min(words.length(), 20)),
                words,
                new ServerSetup(catcher.smtpPort(), catcher.smtpHost(), ServerSetup.PROTOCOL_SMTP));
    }
}

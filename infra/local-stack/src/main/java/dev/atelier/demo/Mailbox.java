package dev.atelier.demo;

import java.util.List;

/** What the mail catcher holds for somebody. */
public interface Mailbox {
    /** Every mail to this address, oldest first. */
    List<Mail> of(String address);

    /** One mail: its texts and files. */
    record Mail(String subject, String text, List<File> files) {
        public Mail {
            files = List.copyOf(files);
        }
    }

    /** One attached file. */
    final class File {
        private final String name;
        private final byte[] bytes;

        public File(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes.clone();
        }

        public String name() {
            return name;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }
}

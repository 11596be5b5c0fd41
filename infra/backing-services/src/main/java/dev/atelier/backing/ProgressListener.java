package dev.atelier.backing;

import org.slf4j.LoggerFactory;

/** Receives progress messages: one when something takes longer than two seconds, one when it is done. */
@FunctionalInterface
public interface ProgressListener {

    void report(String sentence);

    /** A listener that logs the messages. */
    static ProgressListener toLog() {
        return LoggerFactory.getLogger("dev.atelier.backing")::info;
    }
}

package dev.atelier.backing;

import org.slf4j.LoggerFactory;

/** Hears what is being done, one sentence at a time: once for what takes longer than two seconds, once when it is done. */
@FunctionalInterface
public interface ProgressListener {

    void says(String sentence);

    /** Sentences go to the log. */
    static ProgressListener toLog() {
        return LoggerFactory.getLogger("dev.atelier.backing")::info;
    }
}

package dev.atelier.bench.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Records the first arrival of each event at one endpoint, and counts repetitions and events out of order. */
final class DeliveryArrivals {
    private static final String SUBJECT = "\"subject\":\"";
    private static final String SEQUENCE = "\"sequence\":";

    private final Map<String, Long> first = new ConcurrentHashMap<>();
    private final Map<String, Long> newest = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger disordered = new AtomicInteger();
    private final AtomicLong last = new AtomicLong();

    /** Records a body that has arrived. */
    void take(byte[] body) {
        long now = System.nanoTime();
        var text = new String(body, StandardCharsets.UTF_8);
        int subjectAt = text.indexOf(SUBJECT) + SUBJECT.length();
        var subject = text.substring(subjectAt, text.indexOf('"', subjectAt));
        int sequenceAt = text.indexOf(SEQUENCE) + SEQUENCE.length();
        int end = sequenceAt;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        record(subject, Long.parseLong(text.substring(sequenceAt, end)), now);
    }

    private void record(String subject, long sequence, long now) {
        if (first.putIfAbsent(key(subject, sequence), now) != null) {
            repeats.incrementAndGet();
            return;
        }
        last.accumulateAndGet(now, Math::max);
        newest.compute(subject, (_, before) -> {
            if (sequence != (before == null ? 0 : before) + 1) {
                disordered.incrementAndGet();
            }
            return sequence;
        });
    }

    static String key(String subject, long sequence) {
        return subject + "#" + sequence;
    }

    /** Returns the arrivals by {@link #key}, in nanoseconds of this JVM. */
    Map<String, Long> moments() {
        return first;
    }

    int count() {
        return first.size();
    }

    /** Returns the time of the newest arrival, in nanoseconds of this JVM. */
    long newest() {
        return last.get();
    }

    int repeats() {
        return repeats.get();
    }

    int disordered() {
        return disordered.get();
    }
}

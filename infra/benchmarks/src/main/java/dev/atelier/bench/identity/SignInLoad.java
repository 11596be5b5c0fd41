package dev.atelier.bench.identity;

import dev.atelier.bench.measurement.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** People who sign in: at a pace that does not wait for them, and a few one after the other. */
final class SignInLoad {
    private static final double MINUTE_NANOS = 60e9;

    private final SignInDriver signInDriver;
    private final List<String> people;

    SignInLoad(SignInDriver signInDriver, List<String> people) {
        this.signInDriver = signInDriver;
        this.people = List.copyOf(people);
    }

    /** So many, one each pause; times are from the moment somebody came, so that waiting counts. */
    Map<String, Double> paced(int logins, Duration pause) throws InterruptedException {
        var waiting = new ArrayList<Future<Long>>();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < logins; n++) {
                long comes = began + n * pause.toNanos();
                while (System.nanoTime() < comes) {
                    LockSupport.parkNanos(comes - System.nanoTime());
                }
                var email = people.get(n % people.size());
                waiting.add(threads.submit(() -> {
                    signInDriver.signIn(email);
                    return System.nanoTime() - comes;
                }));
            }
            var times = new ArrayList<Long>();
            for (var one : waiting) {
                times.add(done(one));
            }
            var figures = new LinkedHashMap<String, Double>();
            figures.put("logins_per_min", logins * MINUTE_NANOS / (System.nanoTime() - began));
            figures.put("login_p50_ms", Percentiles.ofNanos(times).p50());
            figures.put("login_p99_ms", Percentiles.ofNanos(times).p99());
            return figures;
        }
    }

    /** How many a minute sign in when so many do it one after the other each. */
    double full(int logins, int atOnce) throws InterruptedException {
        var next = new AtomicInteger();
        var waiting = new ArrayList<Future<Long>>();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < atOnce; n++) {
                waiting.add(threads.submit(() -> {
                    for (int login = next.getAndIncrement(); login < logins; login = next.getAndIncrement()) {
                        signInDriver.signIn(people.get(login % people.size()));
                    }
                    return System.nanoTime();
                }));
            }
            for (var one : waiting) {
                done(one);
            }
        }
        return logins * MINUTE_NANOS / (System.nanoTime() - began);
    }

    private static long done(Future<Long> login) throws InterruptedException {
        try {
            return login.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("somebody could not sign in", e.getCause());
        }
    }
}

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

/** Generates sign-ins: at a constant rate (open model), and by some users in sequence. */
final class SignInLoad {
    private static final double MINUTE_NANOS = 60e9;

    private final SignInDriver signInDriver;
    private final List<String> people;

    SignInLoad(SignInDriver signInDriver, List<String> people) {
        this.signInDriver = signInDriver;
        this.people = List.copyOf(people);
    }

    /** Starts a number of sign-ins, one per pause; times count from the scheduled start, so waiting is included. */
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

    /** Returns the sign-ins per minute of a number of concurrent users, each in sequence. */
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
            throw new IllegalStateException("a user could not sign in", e.getCause());
        }
    }
}

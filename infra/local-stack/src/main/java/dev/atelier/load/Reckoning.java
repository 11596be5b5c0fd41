package dev.atelier.load;

import dev.atelier.backing.mail.Mail;
import dev.atelier.backing.mail.MailFolder;
import dev.atelier.client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares what was promised with what is there and what went out. Everybody has stopped when it begins. */
public final class Reckoning {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final long CREATED_BY_A_RUN = 2;
    private static final long STEPS_OF_A_RUN = 5;

    private final List<Crew> crews;
    private final Ledger ledger;
    private final StandInModel model;
    private final EventLog log;
    private final MailFolder mails;

    /** For crews whose agents ask this model, with {@link #script()}. */
    public Reckoning(List<Crew> crews, Ledger ledger, StandInModel model, String bootstrapServers, MailFolder mails) {
        this.crews = List.copyOf(crews);
        this.ledger = ledger;
        this.model = model;
        this.log = new EventLog(
                bootstrapServers, this.crews.stream().map(Crew::workspace).collect(Collectors.toSet()));
        this.mails = mails;
    }

    /** What the model does in each run: two actions, named for the run. */
    public static List<StandInModel.Call> script() {
        return List.of(
                new StandInModel.Call("create_action", "{\"title\": \"First of RUN\"}"),
                new StandInModel.Call("create_action", "{\"title\": \"Second of RUN\"}"));
    }

    /** The rows once all of them balance, or as they are when the patience is over. */
    public List<Row> settled(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var rows = rows();
            if (rows.stream().allMatch(Row::balances) || System.nanoTime() > end) {
                return rows;
            }
            Thread.sleep(PAUSE);
        }
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.addAll(work());
        rows.addAll(runs());
        var facts = new HashSet<String>();
        for (var topic : List.of("workspace.events", "agent-run.events", "report.events")) {
            rows.add(topic(topic, facts));
        }
        rows.add(told("facts in Kafka", facts));
        rows.addAll(webhooks());
        rows.add(mails());
        return rows;
    }

    /** People's actions as they were last acknowledged, and each of the agents' once. */
    private List<Row> work() {
        var titles = new HashMap<String, String>();
        var byAgents = new HashMap<String, Integer>();
        for (var crew : crews) {
            eachPage(crew, crew.projectPath("/actions"), action -> {
                var title = action.text("title");
                if (title.contains(" of run-")) {
                    byAgents.merge(title, 1, Integer::sum);
                } else {
                    titles.put(action.text("id"), title);
                }
            });
        }
        var promised = ledger.actions();
        long kept = promised.values().stream()
                .filter(action -> action.title().equals(titles.get(action.id())))
                .count();
        long wanted = CREATED_BY_A_RUN * ledger.runs().size();
        long twice = byAgents.values().stream().mapToLong(times -> times - 1L).sum();
        return List.of(
                new Row(
                        "actions of people",
                        promised.size(),
                        titles.size(),
                        promised.size() - kept,
                        Math.max(0, titles.size() - promised.size()),
                        0,
                        0),
                new Row("actions of agents", wanted, byAgents.size(), wanted - byAgents.size(), twice, 0, 0));
    }

    private List<Row> runs() {
        long completed = 0;
        long steps = 0;
        long recordedTwice = 0;
        for (var run : ledger.runs().values()) {
            var path = run.crew().path("/runs/" + run.id());
            if (!ask(run.crew(), path).text("state").equals("COMPLETED")) {
                continue;
            }
            completed++;
            var seen = new HashSet<Long>();
            for (var step : ask(run.crew(), path + "/steps?limit=100").json().path("items")) {
                recordedTwice += seen.add(step.path("seq").asLong()) ? 0 : 1;
            }
            steps += seen.size();
            recordedTwice += Math.max(0, seen.size() - STEPS_OF_A_RUN);
        }
        long runs = ledger.runs().size();
        long promisedSteps = STEPS_OF_A_RUN * completed;
        var turns = turns();
        return List.of(
                new Row("runs completed", runs, completed, runs - completed, 0, 0, 0),
                new Row("recorded steps", promisedSteps, steps, promisedSteps - steps, recordedTwice, 0, 0),
                new Row("turns of the model", turns.promised(), turns.there(), 0, turns.twice(), 0, turns.repeats()));
    }

    /** A turn that was asked again after a later one was asked is a recorded step done again. */
    private Row turns() {
        long asked = 0;
        long again = 0;
        long redone = 0;
        for (var run : ledger.runs().values()) {
            int furthest = -1;
            for (int turn : model.turns().getOrDefault(run.input(), List.of())) {
                asked++;
                redone += turn < furthest ? 1 : 0;
                again += turn == furthest ? 1 : 0;
                furthest = Math.max(furthest, turn);
            }
        }
        return new Row(
                "turns of the model", (CREATED_BY_A_RUN + 1) * ledger.runs().size(), asked, 0, redone, 0, again);
    }

    /** All facts of a topic, and collects those that are awaited. */
    private Row topic(String topic, Set<String> facts) {
        var sequences = new Sequences();
        var heard = log.read(topic);
        long doubled = 0;
        for (var fact : heard) {
            sequences.see(fact.id(), fact.subject(), fact.sequence());
            var awaited = isAwaited(fact.type());
            doubled += awaited && !facts.add(fact.type() + " " + fact.subject()) ? 1 : 0;
        }
        return new Row(
                topic, heard.size(), sequences.count(), 0, sequences.repeats() + doubled, sequences.disordered(), 0);
    }

    private Row told(String where, Set<String> facts) {
        long promised = count(_ -> true);
        long there = promised - missing(_ -> true, facts);
        return new Row(where, promised, there, promised - there, 0, 0, 0);
    }

    private List<Row> webhooks() {
        long promised = 0;
        long there = 0;
        long repeats = 0;
        long disordered = 0;
        for (var crew : crews) {
            var sequences = new Sequences();
            var facts = new HashSet<String>();
            for (var delivery : crew.consumer().deliveries()) {
                var data = delivery.body().path("data");
                var subject = data.path("subject").asString();
                sequences.see(delivery.id(), subject, data.path("sequence").asLong());
                facts.add(delivery.body().path("type").asString() + " " + subject);
            }
            Predicate<Crew> its = crew::equals;
            long awaited = count(its);
            promised += awaited;
            there += awaited - missing(its, facts);
            repeats += sequences.repeats();
            disordered += sequences.disordered();
        }
        return List.of(new Row("webhooks", promised, there, promised - there, 0, disordered, repeats));
    }

    private Row mails() {
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
        return new Row(
                "reports by mail",
                promised,
                there,
                Math.max(0, promised - there),
                Math.max(0, there - promised),
                0,
                reports.size() - there);
    }

    private long count(Predicate<Crew> of) {
        return ledger.actions().values().stream()
                        .filter(action -> of.test(action.crew()))
                        .count()
                + ledger.runs().values().stream()
                        .filter(run -> of.test(run.crew()))
                        .count();
    }

    private long missing(Predicate<Crew> of, Set<String> facts) {
        return ledger.actions().values().stream()
                        .filter(action -> of.test(action.crew()))
                        .filter(action -> !facts.contains("workspace.action-created actions/" + action.id()))
                        .count()
                + ledger.runs().values().stream()
                        .filter(run -> of.test(run.crew()))
                        .filter(run -> !facts.contains("agent-run.run-completed runs/" + run.id()))
                        .count();
    }

    private static boolean isAwaited(String type) {
        return type.equals("workspace.action-created") || type.equals("agent-run.run-completed");
    }

    private interface EachAction {
        void take(Item action);
    }

    private record Item(tools.jackson.databind.JsonNode json) {
        String text(String name) {
            return json.path(name).asString();
        }
    }

    private void eachPage(Crew crew, String path, EachAction each) {
        var next = "";
        do {
            var page = ask(crew, path + "?limit=100" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            for (var item : page.path("items")) {
                each.take(new Item(item));
            }
            next = page.path("next").asString("");
        } while (!next.isEmpty());
    }

    private Answer ask(Crew crew, String path) {
        try {
            return new Asking(ledger).until(() -> crew.manager().person().get(path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The rows as a table for people. */
    public static String table(List<Row> rows) {
        var text = new StringBuilder("%-22s %10s %10s %8s %8s %12s %8s%n"
                .formatted("", "promised", "there", "lost", "twice", "out of order", "repeats"));
        rows.forEach(row -> text.append("%-22s %10d %10d %8d %8d %12d %8d  %s%n"
                .formatted(
                        row.what(),
                        row.promised(),
                        row.there(),
                        row.lost(),
                        row.twice(),
                        row.disordered(),
                        row.repeats(),
                        row.balances() ? "" : "DOES NOT BALANCE")));
        return text.toString();
    }
}

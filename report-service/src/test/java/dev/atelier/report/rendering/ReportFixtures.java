package dev.atelier.report.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.events.id.UserId;
import dev.atelier.report.rendering.ProjectReport.ItemPriority;
import dev.atelier.report.rendering.ProjectReport.ItemState;
import dev.atelier.report.rendering.ProjectReport.ReportItem;
import dev.atelier.report.rendering.ProjectReport.ReportPerson;
import dev.atelier.report.rendering.RunReport.ReportDecision;
import dev.atelier.report.rendering.RunReport.ReportField;
import dev.atelier.report.rendering.RunReport.ReportStep;
import dev.atelier.report.rendering.RunReport.RunCost;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Realistic sample reports. */
final class ReportFixtures {
    static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    static final Instant NOW = Instant.parse("2026-11-20T16:05:00Z");

    private ReportFixtures() {}

    static ReportRecipient lea() {
        return new ReportRecipient("Léa Öztürk", Locale.ENGLISH, ZoneId.of("Europe/Paris"));
    }

    static ReportItem item(String title, ItemState state) {
        return new ReportItem(title, state, ItemPriority.NORMAL, List.of(), null, NOW);
    }

    static ReportItem due(ReportItem item, String due) {
        return new ReportItem(
                item.title(), item.state(), item.priority(), item.assignees(), LocalDate.parse(due), item.changedAt());
    }

    static ReportItem of(ReportItem item, String... assignees) {
        return of(item, Arrays.stream(assignees).map(ReportFixtures::person).toArray(ReportPerson[]::new));
    }

    static ReportItem of(ReportItem item, ReportPerson... assignees) {
        return new ReportItem(
                item.title(), item.state(), item.priority(), List.of(assignees), item.due(), item.changedAt());
    }

    /** Returns the same person for the same name. */
    static ReportPerson person(String name) {
        return new ReportPerson(new UserId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8))), name);
    }

    /** Returns another person with this name. */
    static ReportPerson namesake(String name) {
        return new ReportPerson(new UserId(UUID.randomUUID()), name);
    }

    static ReportRecipient lea(Locale locale) {
        return new ReportRecipient("Léa Öztürk", locale, ZoneId.of("Europe/Paris"));
    }

    static ReportItem prioritised(ReportItem item, ItemPriority priority) {
        return new ReportItem(item.title(), item.state(), priority, item.assignees(), item.due(), item.changedAt());
    }

    static ProjectReport project(List<ReportItem> items) {
        return new ProjectReport("Maison Bélier", "Rénovation de l’atelier", null, null, NOW, TODAY, items);
    }

    static ProjectReport withActions(int count) {
        var people = List.of("Léa Öztürk", "Noah Żółkiewski", "Ingrid Ångström", "José Núñez");
        var items = new ArrayList<ReportItem>();
        for (int i = 0; i < count; i++) {
            var item = item(
                    i % 7 == 0
                            ? "Check with the supplier whether the glazing of the north façade can be delivered before the scaffolding goes, and what a delay of one week would cost (no. "
                                    + i + ")"
                            : "Order paint for room " + i,
                    ItemState.values()[i % 4]);
            item = prioritised(item, ItemPriority.values()[i % 4]);
            if (i % 3 != 0) {
                item = of(item, people.get(i % 4), people.get((i / 4) % 4))
                                .assignees()
                                .get(0)
                                .name()
                                .equals(people.get((i / 4) % 4))
                        ? of(item, people.get(i % 4))
                        : of(item, people.get(i % 4), people.get((i / 4) % 4));
            }
            items.add(i % 5 == 0 ? item : due(item, TODAY.plusDays(i % 40 - 12).toString()));
        }
        return project(items);
    }

    static RunReport run() {
        return answered(
                "## Week 47\n\nOf **40 actions**, 12 are done and 3 are blocked.\n\n- Glazing is late: <b>not markup</b>\n- ![a picture](http://127.0.0.1/secret.png)\n\n1. Call the supplier\n2. Plan the move");
    }

    static RunReport answered(String result) {
        return answered("Summarise the week and propose two follow-up actions.\nKeep it short.", result, "EUR");
    }

    static RunReport answered(String input, String result, String currency) {
        var free = new RunCost(0, currency);
        return new RunReport(
                "Maison Bélier",
                "Rénovation de l’atelier",
                "Weekly status",
                3,
                "Noah Żółkiewski",
                "COMPLETED",
                input,
                result,
                null,
                NOW.minusSeconds(245),
                NOW,
                NOW,
                1840,
                412,
                new RunCost(1234, currency),
                List.of(
                        new ReportStep(
                                1,
                                "MODEL",
                                "atelier/built-in",
                                Duration.ofMillis(840),
                                1200,
                                200,
                                new RunCost(1000, currency)),
                        new ReportStep(2, "TOOL", "search-actions", Duration.ofMillis(35), 0, 0, free),
                        new ReportStep(3, "APPROVAL", "create-action", Duration.ofSeconds(190), 0, 0, free)),
                List.of(
                        new ReportDecision(
                                "create-action",
                                List.of(
                                        new ReportField("title", "Call the glazier"),
                                        new ReportField("due", "2026-11-27")),
                                "APPROVED",
                                "Léa Öztürk",
                                NOW.minusSeconds(60),
                                null),
                        new ReportDecision(
                                "create-action",
                                List.of(new ReportField("title", "Rent a second van")),
                                "REJECTED",
                                "Léa Öztürk",
                                NOW.minusSeconds(30),
                                "We have one from the neighbours.")));
    }
}

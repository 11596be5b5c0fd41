package dev.atelier.workspace.action.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.workspace.action.history.FieldChange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionContentTest {
    private static final UserId LEA = new UserId(new UUID(0, 1));
    private static final UserId NOAH = new UserId(new UUID(0, 2));

    private static ActionContent titled(String title) {
        return new ActionContent(
                title, "", ActionState.OPEN, List.of(), null, ActionPriority.NORMAL, List.of(), List.of());
    }

    private static ActionContent due(String date) {
        return new ActionContent(
                "a",
                "",
                ActionState.OPEN,
                List.of(),
                LocalDate.parse(date),
                ActionPriority.NORMAL,
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void aTitleHasOneTo200Characters(int length) {
        assertThat(titled(" " + "x".repeat(length) + " ").title()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void aTitleOfAnotherLengthIsRefused(int length) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> titled("x".repeat(length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "9999-12-31"})
    void aDateLiesWithinTheseYears(String date) {
        assertThat(due(date).due()).hasToString(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31", "+10000-01-01"})
    void aDateOutsideTheseYearsIsRefused(String date) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> due(date));
    }

    @Test
    void fiftyPeopleAtMostAreNamedOnceEach() {
        var fifty =
                Stream.generate(() -> new UserId(UUID.randomUUID())).limit(50).toList();
        var more = Stream.concat(fifty.stream(), Stream.of(LEA)).toList();

        assertThat(assigned(fifty).assignees()).hasSize(50);
        assertThat(assigned(List.of(NOAH, LEA, NOAH)).assignees()).containsExactly(LEA, NOAH);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> assigned(more));
    }

    @Test
    void tagsThatDifferByCaseAloneAreOneAndStandInOrder() {
        assertThat(tagged(List.of("wood", " Oak ", "WOOD")).tags()).containsExactly("Oak", "wood");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 41})
    void aTagHasOneTo40Characters(int length) {
        assertThat(tagged(List.of("x".repeat(40))).tags()).hasSize(1);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> tagged(List.of("x".repeat(length))));
    }

    @Test
    void twentyTagsAtMost() {
        var twenty = IntStream.range(0, 20).mapToObj(n -> "tag " + n).toList();
        assertThat(tagged(twenty).tags()).hasSize(20);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        tagged(Stream.concat(twenty.stream(), Stream.of("more")).toList()));
    }

    @Test
    void aChecklistHasAHundredLinesAtMostAndNoneIsEmptyOrTooLong() {
        var line = new ChecklistItem(" Ask the carpenter ", false);
        assertThat(checked(Collections.nCopies(100, line)).checklist())
                .hasSize(100)
                .contains(new ChecklistItem("Ask the carpenter", false));
        for (var wrong : List.of(
                Collections.nCopies(101, line),
                List.of(new ChecklistItem(" ", true)),
                List.of(new ChecklistItem("x".repeat(201), true)))) {
            assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> checked(wrong));
        }
    }

    @Test
    void aLineThatIsTickedIsAChangeOfTheChecklist() {
        var open = checked(List.of(new ChecklistItem("Ask", false)));

        assertThat(open.changesTo(checked(List.of(new ChecklistItem("Ask", true)))))
                .containsExactly(new FieldChange("checklist", List.of("[ ] Ask"), List.of("[x] Ask")));
    }

    @Test
    void aChangeNamesTheFieldsThatDifferAndNoOthers() {
        var before = assigned(List.of(LEA));
        var after = new ActionContent(
                "a",
                "why",
                ActionState.DONE,
                List.of(NOAH),
                LocalDate.EPOCH,
                ActionPriority.NORMAL,
                List.of(),
                List.of());

        assertThat(before.changesTo(before)).isEmpty();
        assertThat(before.changesTo(after))
                .containsExactly(
                        new FieldChange("description", List.of(), List.of("why")),
                        new FieldChange("state", List.of("OPEN"), List.of("DONE")),
                        new FieldChange("assignees", List.of(LEA.toString()), List.of(NOAH.toString())),
                        new FieldChange("due", List.of(), List.of("1970-01-01")));
    }

    private static ActionContent assigned(List<UserId> people) {
        return new ActionContent("a", "", ActionState.OPEN, people, null, ActionPriority.NORMAL, List.of(), List.of());
    }

    private static ActionContent tagged(List<String> tags) {
        return new ActionContent("a", "", ActionState.OPEN, List.of(), null, ActionPriority.NORMAL, tags, List.of());
    }

    private static ActionContent checked(List<ChecklistItem> checklist) {
        return new ActionContent(
                "a", "", ActionState.OPEN, List.of(), null, ActionPriority.NORMAL, List.of(), checklist);
    }
}

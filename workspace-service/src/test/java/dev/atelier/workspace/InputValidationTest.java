package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Invalid input is refused with the name of the field; the longest allowed input passes. */
@ServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class InputValidationTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    String workspace;
    String project;
    String action;

    @BeforeAll
    void aWorkspace() {
        lea = town.person("Lea");
        workspace = town.workspace(lea);
        project = town.project(workspace, lea);
        action = town.action(project, lea, "Plan");
    }

    private TestResponse sent(String method, String path, String body) {
        var full = path.replace("{A}", action).replace("{P}", project).replace("{W}", workspace);
        return lea.with("If-Match", "\"1\"")
                .send(
                        HttpMethod.valueOf(method),
                        full,
                        body.replaceAll("x(\\d+)", "\u0000$1\u0000").transform(InputValidationTest::repeat));
    }

    /** {@code x201} stands for 201 letters. */
    private static String repeat(String body) {
        var parts = body.split("\u0000", -1);
        for (int i = 1; i < parts.length; i += 2) {
            parts[i] = "x".repeat(Integer.parseInt(parts[i]));
        }
        return String.join("", parts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POST|/api/workspaces|{}|name",
                "POST|/api/workspaces|{\"name\": \"  \"}|name",
                "POST|/api/workspaces|{\"name\": \"x121\"}|name",
                "POST|/api/workspaces|{\"name\": 7}|name",
                "POST|/api/workspaces|{\"name\": \"a\", \"owner\": 1}|owner",
                "POST|/api/workspaces|{\"name\": \"a\", \"language\": \"de\"}|language",
                "POST|/api/workspaces|{\"name\": |body",
                "POST|/api/workspaces|[]|body",
                "PATCH|{W}|{\"name\": \" \"}|name",
                "PATCH|{W}|{\"manager\": \"a\"}|manager",
                "PUT|{W}/management-offer|{}|userId",
                "PUT|{W}/management-offer|{\"userId\": \"lea\"}|userId",
                "POST|{W}/invitations|{}|email",
                "POST|{W}/invitations|{\"email\": \"not an address\"}|email",
                "POST|{W}/invitations|{\"email\": \"x250@b.fr\"}|email",
                "POST|/api/invitations/accept|{}|token",
                "POST|/api/invitations/accept|{\"token\": \"x501\"}|token",
                "POST|{W}/projects|{\"name\": \"\"}|name",
                "POST|{W}/projects|{\"name\": \"x121\"}|name",
                "POST|{P}/participants|{\"userId\": \"1\"}|userId",
                "POST|{P}/actions|{}|title",
                "POST|{P}/actions|{\"title\": \"x201\"}|title",
                "POST|{P}/actions|{\"title\": \"a\", \"description\": \"x20001\"}|description",
                "POST|{P}/actions|{\"title\": \"a\", \"state\": \"LATE\"}|state",
                "POST|{P}/actions|{\"title\": \"a\", \"priority\": 3}|priority",
                "POST|{P}/actions|{\"title\": \"a\", \"due\": \"tomorrow\"}|due",
                "POST|{P}/actions|{\"title\": \"a\", \"due\": \"2026-02-30\"}|due",
                "POST|{P}/actions|{\"title\": \"a\", \"due\": \"1969-12-31\"}|due",
                "POST|{P}/actions|{\"title\": \"a\", \"assignees\": [\"b\"]}|assignees[0]",
                "POST|{P}/actions|{\"title\": \"a\", \"assignees\": [null]}|assignees[0]",
                "POST|{P}/actions|{\"title\": \"a\", \"runId\": \"b\"}|runId",
                "POST|{P}/actions|{\"title\": \"a\", \"tags\": [\"x41\"]}|tags[0]",
                "POST|{P}/actions|{\"title\": \"a\", \"tags\": [\"a\", \" \"]}|tags[1]",
                "POST|{P}/actions|{\"title\": \"a\", \"tags\": [\"a,b\"]}|tags[0]",
                "POST|{P}/actions|{\"title\": \"a\", \"tags\": [\"a\\nb\"]}|tags[0]",
                "POST|{P}/actions|{\"title\": \"a\", \"tags\": \"wood\"}|tags",
                "POST|{P}/actions|{\"title\": \"a\", \"checklist\": [{\"done\": false}]}|checklist[0].text",
                "POST|{P}/actions|{\"title\": \"a\", \"checklist\": [{\"text\": \"x201\", \"done\": false}]}|checklist[0].text",
                "POST|{P}/actions|{\"title\": \"a\", \"checklist\": [{\"text\": \"a\"}]}|checklist[0].done",
                "PATCH|{A}|{\"checklist\": [null]}|checklist[0]",
                "PATCH|{A}|{\"checklist\": [{\"text\": \"a\", \"done\": \"often\"}]}|checklist[0].done",
                "PATCH|{A}|{\"title\": \"\"}|title",
                "PATCH|{A}|{\"title\": \"   \"}|title",
                "PATCH|{A}|{\"version\": 2}|version",
                "PATCH|{A}|{\"due\": \"2026-13-01\"}|due",
                "POST|{A}/comments|{\"text\": \"\"}|text",
                "POST|{A}/comments|{\"text\": \"x10001\"}|text",
                "POST|/api/workspaces|{\"name\": \"a\\u0000b\"}|name",
                "POST|/api/workspaces|{\"name\": \"\\u200b\\u00a0\"}|name",
                "PATCH|{W}|{\"name\": \"a\\nb\"}|name",
                "POST|{W}/projects|{\"name\": \"a\\u202eb\"}|name",
                "POST|{P}/actions|{\"title\": \"a\\r\\nb\"}|title",
                "POST|{P}/actions|{\"title\": \"a\\ud800\"}|title",
                "POST|{P}/actions|{\"title\": \"a\", \"description\": \"a\\u2066b\"}|description",
                "PATCH|{A}|{\"title\": \"a\\u0007\"}|title",
                "POST|{A}/comments|{\"text\": \"a\\u0000\"}|text",
                "POST|{W}/invitations|{\"email\": \"a\\u200bb@example.org\"}|email",
                "POST|{W}/invitations|{\"email\": \"a\\u202eb@example.org\"}|email",
                "POST|{W}/invitations|{\"email\": \"a\\ud800b@example.org\"}|email",
                "POST|{W}/invitations|{\"email\": \"a@localhost\"}|email",
                "POST|{W}/invitations|{\"email\": \"a@[127.0.0.1]\"}|email",
                "POST|{W}/invitations|{\"email\": \"a@straße.example\"}|email",
                "POST|{W}/invitations|{\"email\": \"tomáš@example.org\"}|email",
            })
    void theFieldThatIsWrongIsNamed(String method, String path, String body, String field) {
        assertThat(sent(method, path, body).expectProblem(400, "invalid-input").errors())
                .contains(field);
    }

    @ParameterizedTest
    @CsvSource({
        "{P}/actions?limit=0, limit",
        "{P}/actions?limit=101, limit",
        "{P}/actions?limit=many, limit",
        "{P}/actions?cursor=abc, cursor",
        "{P}/actions?sort=colour, sort",
        "{P}/actions?direction=up, direction",
        "{P}/actions?state=LATE, state",
        "{P}/actions?assigneeId=lea, assigneeId",
        "{P}/actions?dueBefore=soon, dueBefore",
        "{P}/actions?priority=7, priority",
        "{W}/members?cursor=abc, cursor",
        "/api/workspaces/1, workspaceId",
        "{W}/projects/1, projectId",
        "{P}/actions/1, actionId",
    })
    void whatIsWrongInTheAddressIsNamed(String path, String field) {
        var full = path.replace("{P}", project).replace("{W}", workspace);

        assertThat(lea.get(full).expectProblem(400, "invalid-input").errors()).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/api/workspaces|{\"name\": \"x120\", \"language\": \"fr\"}",
                "{W}/projects|{\"name\": \"x120\"}",
                "{P}/actions|{\"title\": \"x200\", \"description\": \"x20000\", \"due\": \"9999-12-31\"}",
                "{P}/actions|{\"title\": \"a\", \"due\": \"1970-01-01\", \"assignees\": []}",
                "{P}/actions|{\"title\": \"a\", \"tags\": [\"x40\"], \"checklist\": [{\"text\": \"x200\", \"done\": true}]}",
                "{A}/comments|{\"text\": \"x10000\"}",
                "{A}/comments|{\"text\": \"a\\n\\tb\"}",
                "{W}/invitations|{\"email\": \"a@xn--mnchen-3ya.example\"}",
                "{W}/invitations|{\"email\": \"a@zürich.example\"}",
            })
    void theLongestThatIsAllowedPasses(String path, String body) {
        sent("POST", path, body).expect(201);
    }

    /** {@code @Email} matched it with a recursive pattern, which ended in a StackOverflowError. */
    @Test
    void anEndlessAddressIsRefusedByItsLength() {
        lea.post(workspace + "/invitations", java.util.Map.of("email", "a@a" + ".a".repeat(2_900)))
                .expectProblem(400, "invalid-input");
    }

    @Test
    void onlyFellowMembersAreBroughtIn() {
        var stranger = town.person("Sam");

        lea.post(project + "/participants", java.util.Map.of("userId", stranger.id()))
                .expectProblem(422, "no-fellow-member");
    }

    @Test
    void aWorkspaceIsMadeOnceForEachIdempotencyKey() {
        var once = lea.with("Idempotency-Key", "found-1");
        var first = once.post("/api/workspaces", "{\"name\": \"Once\"}").expect(201);

        assertThat(once.post("/api/workspaces", "{\"name\": \"Once\"}")
                        .expect(201)
                        .id())
                .isEqualTo(first.id());
        once.post("/api/workspaces", "{\"name\": \"Twice\"}").expectProblem(422, "idempotency-key-reused");
    }
}

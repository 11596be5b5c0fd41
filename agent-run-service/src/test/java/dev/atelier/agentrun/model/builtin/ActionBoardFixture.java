package dev.atelier.agentrun.model.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The forty actions of a bakery's web site project, as search_actions returns them on 20 November 2026. */
final class ActionBoardFixture {
    private ActionBoardFixture() {}

    static String bakery() {
        try (var file = ActionBoardFixture.class.getResourceAsStream("/board.json")) {
            if (file == null) {
                throw new IllegalStateException("board.json is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

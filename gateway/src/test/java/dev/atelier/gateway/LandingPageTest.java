package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The landing pages of links in mails. Before, these links were answered with a JSON problem, 404. */
@GatewayTest
class LandingPageTest {
    @Autowired
    private GatewayClient door;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /invitations                                                | You are invited to a workspace   | Vous êtes invité
            /address                                                    | Confirm your new e-mail address  | Confirmez votre
            /account                                                    | There is no page here yet        | Il n’y a pas
            /workspaces/01a22e27-4449-7cbf-9188-55167a0982d8/runs/1     | There is no page here yet        | Il n’y a pas
            /operator/security-alerts                                   | There is no page here yet        | Il n’y a pas
            """)
    void aLinkOfAMailLeadsToAPageInBothLanguages(String path, String english, String french) throws Exception {
        var page = door.send(door.to(path));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains(english, "<section lang=\"fr\">", french)
                .doesNotContain("<style", "onclick");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'none'")
                .doesNotContain("unsafe", "connect-src");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pages/pages.js", "/pages/pages.css"})
    void itsFilesAreThere(String file) throws Exception {
        assertThat(door.send(door.to(file)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pages/invitations.html", "/pages/../application.yml", "/invitations/x", "/nowhere"})
    void nothingElseIs(String path) throws Exception {
        assertThat(door.send(door.to(path)).statusCode()).isBetween(400, 404);
    }
}

package dev.atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSummaryTest {
    @TempDir
    Path root;

    @Test
    void countsTheReportsOfAllModules() throws IOException {
        report("gateway/target/surefire-reports/TEST-a.xml", "<testcase classname='A' name='one'/>");
        report("infra/kit/target/failsafe-reports/TEST-b.xml", """
                <testcase classname='B' name='two'><failure message='&#10;no flour left&#10;at all' type='X'/></testcase>
                <testcase classname='B' name='three'><error type='java.io.IOException'/></testcase>
                <testcase classname='B' name='four'><skipped/></testcase>""");

        var count = TestSummary.of(root);

        assertThat(count).hasToString("1 passed, 2 failed, 1 skipped");
        assertThat(count.failures()).containsExactly("B.two: no flour left at all", "B.three: java.io.IOException");
    }

    @Test
    void saysNothingOfSkippedTestsWhereThereAreNone() throws IOException {
        report("gateway/target/surefire-reports/TEST-a.xml", "<testcase classname='A' name='one'/>");

        assertThat(TestSummary.of(root)).hasToString("1 passed, 0 failed");
    }

    @Test
    void leavesOtherFilesAlone() throws IOException {
        report("gateway/src/test/resources/TEST-a.xml", "<testcase classname='A' name='one'/>");

        assertThat(TestSummary.of(root)).hasToString("0 passed, 0 failed");
    }

    private void report(String path, String cases) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<testsuite>" + cases + "</testsuite>");
    }
}

package dev.atelier.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ContentDisposition;

class DownloadFileNameTest {
    @ParameterizedTest
    @CsvSource({
        "plan.txt, plan.txt, plan.txt",
        "café plan.txt, caf_ plan.txt, café plan.txt",
        "会議.pdf, __.pdf, 会議.pdf",
        "a/b\\c.pdf, a_b_c.pdf, a_b_c.pdf",
        "100% sure.pdf, 100_ sure.pdf, 100% sure.pdf",
        "'say \"hi\"', say _hi_, say _hi_",
        "it's + this*.pdf, it's + this_.pdf, it's + this_.pdf"
    })
    void everyClientFindsANameItCanWrite(String name, String ascii, String real) {
        var header = DownloadFileName.header(name);

        assertThat(header).startsWith("attachment; filename=\"" + ascii + "\"; filename*=UTF-8''");
        assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo(real);
    }

    @Test
    void aNameHasTwoHundredCharactersAndItsEnding() {
        var longest = "\uD83D\uDE00".repeat(196) + ".pdf";

        assertThat(ContentDisposition.parse(DownloadFileName.header(longest)).getFilename())
                .isEqualTo(longest);
        assertThat(ContentDisposition.parse(DownloadFileName.header("x" + longest))
                        .getFilename())
                .isEqualTo("x" + longest.substring(0, 390) + ".pdf");
    }
}

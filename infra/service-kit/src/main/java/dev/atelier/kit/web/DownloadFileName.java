package dev.atelier.kit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The name under which a download is saved, in any script. Source: RFC 6266, section 4; RFC 8187. */
public final class DownloadFileName {
    private static final int LONGEST = 200;
    private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]");

    private DownloadFileName() {}

    /**
     * The value of {@code Content-Disposition}: the name for all clients that know UTF-8, and one in ASCII for the others.
     *
     * @param name with its ending; what no file may be called is replaced, and what is longer than 200 characters shortened
     */
    public static String header(String name) {
        var plain = shortened(NOT_IN_FILE_NAMES.matcher(name).replaceAll("_").strip());
        return "attachment; filename=\"" + plain.replaceAll("[^\\x20-\\x7E]|%", "_") + "\"; filename*=UTF-8''"
                + URLEncoder.encode(plain, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }

    /** Keeps the ending. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > name.length() - 12 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}

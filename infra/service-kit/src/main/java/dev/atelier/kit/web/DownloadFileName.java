package dev.atelier.kit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The file name of a download, in any script. Source: RFC 6266, section 4; RFC 8187. */
public final class DownloadFileName {
    private static final int LONGEST = 200;
    private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]");

    private DownloadFileName() {}

    /**
     * Returns the value of {@code Content-Disposition}: the name in UTF-8, and an ASCII fallback for old clients.
     *
     * @param name with its extension; characters that are forbidden in file names are replaced, and names of more
     *     than 200 characters are shortened
     */
    public static String header(String name) {
        var plain = shortened(NOT_IN_FILE_NAMES.matcher(name).replaceAll("_").strip());
        return "attachment; filename=\"" + plain.replaceAll("[^\\x20-\\x7E]|%", "_") + "\"; filename*=UTF-8''"
                + URLEncoder.encode(plain, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }

    /** Keeps the extension. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > name.length() - 12 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}

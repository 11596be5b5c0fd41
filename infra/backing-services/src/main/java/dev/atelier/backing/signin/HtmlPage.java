package dev.atelier.backing.signin;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A received page, with enough HTML parsing to follow Keycloak's links and fill in its forms. */
record HtmlPage(URI address, int status, String html, Optional<URI> redirect) {
    private static final Pattern FORM = Pattern.compile("<form[^>]*?action=\"([^\"]+)\"(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*?type=\"hidden\"[^>]*>");
    private static final Pattern ERROR = Pattern.compile(
            "(?:id=\"input-error[^\"]*\"|kc-feedback-text|alert-error|class=\"instruction\")[^>]*>\\s*(.*?)\\s*</",
            Pattern.DOTALL);

    /** Returns the form that has a field of that name. */
    Optional<HtmlForm> formWith(String field) {
        return FORM.matcher(html)
                .results()
                .filter(form -> form.group(2).contains("name=\"" + field + "\""))
                .map(form -> new HtmlForm(address.resolve(unescape(form.group(1))), hidden(form.group(2))))
                .findFirst();
    }

    /** Returns the target of the first link whose address contains the text. */
    Optional<URI> linkTo(String part) {
        return Pattern.compile("href=\"([^\"]*" + Pattern.quote(part) + "[^\"]*)\"")
                .matcher(html)
                .results()
                .map(link -> address.resolve(unescape(link.group(1))))
                .findFirst();
    }

    /** Returns the error message of the page. */
    String errorMessage() {
        return ERROR.matcher(html)
                .results()
                .map(error -> error.group(1).replaceAll("<[^>]*>", "").strip())
                .filter(error -> !error.isEmpty())
                .findFirst()
                .orElse("no message");
    }

    private static Map<String, String> hidden(String form) {
        var fields = new TreeMap<String, String>();
        HIDDEN.matcher(form)
                .results()
                .forEach(input -> fields.put(attribute(input.group(), "name"), attribute(input.group(), "value")));
        fields.remove("");
        return fields;
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? unescape(found.group(1)) : "";
    }

    private static String unescape(String attribute) {
        return attribute
                .replace("&amp;", "&")
                .replace("&#x2F;", "/")
                .replace("&#39;", "'")
                .replace("&quot;", "\"");
    }

    /** @param hidden the hidden fields with their values */
    record HtmlForm(URI action, Map<String, String> hidden) {}
}

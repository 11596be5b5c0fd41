package dev.atelier.notification.webhook.endpoint;

import dev.atelier.kit.network.NetworkAddressPolicy;
import dev.atelier.kit.problem.InvalidField;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.notification.webhook.endpoint.WebhookEndpoint.EndpointDetails;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Validates the fields of an endpoint and converts them, or reports each invalid field. The address is checked again at
 * each connection.
 */
@Component
class EndpointValidator {
    private final NetworkAddressPolicy addresses;

    EndpointValidator(NetworkAddressPolicy addresses) {
        this.addresses = addresses;
    }

    EndpointDetails read(WebhookEndpointRequests.CreateWebhookEndpointRequest body) {
        return checked(body.url(), body.description() == null ? "" : body.description(), filters(body.events()));
    }

    EndpointDetails read(WebhookEndpointRequests.UpdateWebhookEndpointRequest body, EndpointDetails before) {
        return checked(
                body.url() == null ? before.url().toString() : body.url(),
                body.description() == null ? before.description() : body.description(),
                body.events() == null ? before.events() : filters(body.events()));
    }

    private EndpointDetails checked(String url, String description, List<EventTypeFilter> events) {
        var errors = new ArrayList<InvalidField>();
        IntStream.range(0, events.size())
                .filter(index -> !events.get(index).matchesAnyType())
                .mapToObj(index -> new InvalidField(
                        "events[" + index + "]",
                        "must be a type of event or the beginning of some, such as agent-run.*"))
                .forEach(errors::add);
        var read = read(url);
        var wrong = read == null ? "must be an absolute https address with a host" : findUrlError(read);
        if (wrong != null) {
            errors.add(new InvalidField("url", wrong));
        }
        if (read == null || !errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new EndpointDetails(read, description.strip(), events);
    }

    private static List<EventTypeFilter> filters(List<String> patterns) {
        return patterns.stream().distinct().map(EventTypeFilter::new).toList();
    }

    private static @Nullable URI read(String url) {
        try {
            var read = new URI(url.strip()).parseServerAuthority();
            return read.getHost() == null || read.getScheme() == null ? null : read;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private @Nullable String findUrlError(URI url) {
        var scheme = url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return "must begin with https://";
        }
        if (url.getUserInfo() != null || url.getFragment() != null) {
            return "must have neither a user nor a fragment";
        }
        if (url.getPort() == 0 || url.getPort() > 65_535) {
            return "must have a port from 1 to 65535";
        }
        var encrypted = scheme.equals("https");
        var found = lookUp(url.getHost());
        if (!found.isEmpty() && found.stream().allMatch(address -> addresses.permits(address, encrypted))) {
            return null;
        }
        // The same text for unknown names and for names of private addresses, so that callers cannot find out which
        // private names exist.
        return encrypted ? "must have a host name that resolves to a public address" : "must begin with https://";
    }

    /** Returns an empty list if the name is not known. */
    private static List<InetAddress> lookUp(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).toList();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}

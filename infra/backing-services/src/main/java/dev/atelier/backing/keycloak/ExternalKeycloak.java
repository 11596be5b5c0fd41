package dev.atelier.backing.keycloak;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ExternalService;
import dev.atelier.backing.process.HttpProbe;

/** A Keycloak that somebody else runs and has imported the realm into. */
record ExternalKeycloak(String url) implements Keycloak, ExternalService {

    static ExternalKeycloak at(String address) {
        var given = new ExternalKeycloak(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        if (!HttpProbe.isOk(given.issuerUri() + "/.well-known/openid-configuration")) {
            throw new BackingServiceFailed(
                    "No Keycloak with the realm %s answers at %s. Start it and import infra/keycloak/atelier-realm.json, or take the address away to get one started here."
                            .formatted(REALM, given.url));
        }
        return given;
    }
}

package dev.atelier.backing.keycloak;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ExternalService;
import dev.atelier.backing.process.HttpProbe;

/** A Keycloak at a given address, with the imported realm. */
record ExternalKeycloak(String url) implements Keycloak, ExternalService {

    static ExternalKeycloak at(String address) {
        var given = new ExternalKeycloak(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        if (!HttpProbe.isOk(given.issuerUri() + "/.well-known/openid-configuration")) {
            throw new BackingServiceFailed(
                    "No Keycloak with the realm %s responds at %s. Start it and import infra/keycloak/atelier-realm.json, or remove the address to start one here."
                            .formatted(REALM, given.url));
        }
        return given;
    }
}

package dev.atelier.backing.keycloak;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.GivenService;
import dev.atelier.backing.process.HttpAnswer;

/** A Keycloak that somebody else runs and has imported the realm into. */
record GivenKeycloak(String url) implements Keycloak, GivenService {

    static GivenKeycloak at(String address) {
        var given = new GivenKeycloak(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        if (!HttpAnswer.isOk(given.issuerUri() + "/.well-known/openid-configuration")) {
            throw new BackingServiceFailed(
                    "No Keycloak with the realm %s answers at %s. Start it and import infra/keycloak/atelier-realm.json, or take the address away to get one started here."
                            .formatted(REALM, given.url));
        }
        return given;
    }
}

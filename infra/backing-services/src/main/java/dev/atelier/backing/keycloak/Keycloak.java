package dev.atelier.backing.keycloak;

import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.process.LocalFileCache;

/** A Keycloak that has the realm {@code atelier}. */
public interface Keycloak extends BackingService {
    /** The realm's name. */
    String REALM = "atelier";

    /** Where the server is, without a trailing slash. */
    String url();

    /** Who signs Atelier's tokens: the realm's address. */
    default String issuerUri() {
        return url() + "/realms/" + REALM;
    }

    @Override
    default String name() {
        return "Keycloak";
    }

    /**
     * Returns once it is ready: what the address (of the server, not of the realm) names, else a process, or a container where the place
     * asks for it. The realm is imported at the first start in a folder and left alone at later ones. The first start ever fetches 177 MB
     * and takes a minute. Throws {@link dev.atelier.backing.BackingServiceFailed} with the last log lines.
     */
    static Keycloak start(BackingServiceOptions backingServiceOptions, RealmSettings realm) {
        if (backingServiceOptions.address() != null) {
            return ExternalKeycloak.at(backingServiceOptions.address());
        }
        return backingServiceOptions.inContainer()
                ? KeycloakContainer.start(backingServiceOptions, realm)
                : KeycloakProcess.start(
                        KeycloakHome.of(LocalFileCache.ofThisUser(), backingServiceOptions),
                        backingServiceOptions,
                        realm);
    }
}

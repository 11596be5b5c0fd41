package dev.atelier.backing.keycloak;

import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.process.LocalFileCache;

/** A Keycloak that has the realm {@code atelier}. */
public interface Keycloak extends BackingService {
    /** The realm's name. */
    String REALM = "atelier";

    /** The address of the server, without a trailing slash. */
    String url();

    /** The issuer of Atelier's tokens: the address of the realm. */
    default String issuerUri() {
        return url() + "/realms/" + REALM;
    }

    @Override
    default String name() {
        return "Keycloak";
    }

    /**
     * Returns a Keycloak that is ready: the one at the given address (of the server, not of the realm), else a process,
     * or a
     * container if requested. The realm is imported at the first start in a folder and not changed by later starts. The
     * very first
     * start downloads 177 MB and takes a minute. Throws {@link dev.atelier.backing.BackingServiceFailed} with the last
     * log lines.
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

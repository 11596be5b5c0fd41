package dev.atelier.kit.keyrotation;

import dev.atelier.kit.security.OperatorOnly;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the progress of a master key rotation in this service. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/${spring.application.name:service}/master-key")
class MasterKeyController {
    private final SealedSecretRewrapper rewrapper;

    MasterKeyController(SealedSecretRewrapper rewrapper) {
        this.rewrapper = rewrapper;
    }

    /**
     * Shows which master keys wrap this service's secrets. Earlier keys can be removed from the configuration once no
     * service has outdated secrets.
     */
    @GetMapping
    MasterKeyStatus status() {
        return rewrapper.status();
    }
}

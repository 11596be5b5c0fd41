package dev.atelier.kit.keyrotation;

import dev.atelier.kit.security.OperatorOnly;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far a change of the master key is in this service. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/${spring.application.name:service}/master-key")
class MasterKeyController {
    private final SealedSecretRewrapper rewrapper;

    MasterKeyController(SealedSecretRewrapper rewrapper) {
        this.rewrapper = rewrapper;
    }

    /** Which master keys wrap this service's secrets. Earlier keys may go once nothing is outdated in any service. */
    @GetMapping
    MasterKeyStatus status() {
        return rewrapper.status();
    }
}

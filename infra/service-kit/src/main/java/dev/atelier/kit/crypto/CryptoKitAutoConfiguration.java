package dev.atelier.kit.crypto;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Provides encryption of secrets to a service that injects it; without {@code ATELIER_MASTER_KEY} such a service does
 * not start.
 */
@AutoConfiguration
class CryptoKitAutoConfiguration {
    @Bean
    @Lazy
    SecretSealer secrets(@Value("${atelier.master-key:}") String masterKey) {
        return SecretSealer.of(masterKey);
    }

    @Bean
    @Lazy
    PayloadSignerFactory payloadSigners(@Value("${atelier.master-key:}") String masterKey) {
        return new PayloadSignerFactory(new MasterKeyRing(masterKey));
    }
}

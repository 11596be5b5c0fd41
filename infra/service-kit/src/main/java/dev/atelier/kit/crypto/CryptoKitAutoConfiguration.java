package dev.atelier.kit.crypto;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Gives secrets to a service that asks for them; without {@code ATELIER_MASTER_KEY} that service does not start. */
@AutoConfiguration
class CryptoKitAutoConfiguration {
    @Bean
    @Lazy
    Secrets secrets(@Value("${atelier.master-key:}") String masterKey) {
        return Secrets.of(masterKey);
    }

    @Bean
    @Lazy
    PayloadSigners payloadSigners(@Value("${atelier.master-key:}") String masterKey) {
        return new PayloadSigners(new MasterKeys(masterKey));
    }
}

package dev.atelier.notification.webhook;

import dev.atelier.kit.network.AddressPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where webhooks may go: public addresses and what the operator allows beside. */
@Configuration(proxyBeanMethods = false)
class ReachableAddresses {
    @Bean
    AddressPolicy addressPolicy(WebhookSettings settings) {
        return new AddressPolicy(settings.allowPrivateNetworks());
    }
}

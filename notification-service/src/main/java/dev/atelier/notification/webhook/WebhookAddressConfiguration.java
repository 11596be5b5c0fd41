package dev.atelier.notification.webhook;

import dev.atelier.kit.network.NetworkAddressPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where webhooks may go: public addresses and what the operator allows beside. */
@Configuration(proxyBeanMethods = false)
class WebhookAddressConfiguration {
    @Bean
    NetworkAddressPolicy addressPolicy(WebhookSettings settings) {
        return new NetworkAddressPolicy(settings.allowPrivateNetworks());
    }
}

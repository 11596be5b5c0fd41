package dev.atelier.notification.webhook;

import dev.atelier.kit.network.NetworkAddressPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the addresses that webhooks may go to: public ones and the private networks that the operator allows. */
@Configuration(proxyBeanMethods = false)
class WebhookAddressConfiguration {
    @Bean
    NetworkAddressPolicy addressPolicy(WebhookSettings settings) {
        return new NetworkAddressPolicy(settings.allowPrivateNetworks());
    }
}

package dev.atelier.agentrun.model;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of model connections.
 *
 * @param allowPrivateAddresses whether endpoints in private networks may be used: a model server of one's own
 */
@ConfigurationProperties("atelier.models")
public record ModelSettings(@DefaultValue("false") boolean allowPrivateAddresses) {}
